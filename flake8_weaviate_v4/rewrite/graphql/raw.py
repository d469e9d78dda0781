"""``client.query.raw(text)``: a text that asks for one collection becomes the call that a builder would become.

Any other text is still sent by ``client.graphql_raw_query`` (``weaviate.client_executor`` of 4.x), which posts it as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...records import record
from ..code import Code, Group, Item, call, join
from ..literal import constant, pairs_of
from ..receiver import client_of, collection_of
from ..results import consumed
from ..search import search
from ..search.query_views import Response
from ..search.search import Query
from ..search.selection import fields
from ..site import Site, pure, rewrites
from ..unit import Refusal, Unit
from ..views import View
from . import aggregate
from .aggregate import Aggregation, kept_comments
from .figures import named
from .metrics import measured
from .template import Template, template

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from graphql import DocumentNode, FieldNode

# Argument of a collection in GraphQL -> link of a v3 builder, and the parameter that takes it.
_LINKS = {
    "where": ("with_where", "content"), "sort": ("with_sort", "content"), "limit": ("with_limit", "limit"),
    "offset": ("with_offset", "offset"), "after": ("with_after", "after_uuid"), "autocut": ("with_autocut", "autocut"),
    "tenant": ("with_tenant", "tenant"), "consistencyLevel": ("with_consistency_level", "consistency_level"),
    "objectLimit": ("with_object_limit", "limit"), "nearText": ("with_near_text", "content"),
    "nearVector": ("with_near_vector", "content"), "nearObject": ("with_near_object", "content"),
}  # fmt: skip
_MEDIA = ("Image", "Audio", "Video", "Depth", "Thermal", "IMU")
_GROUP = {"path": "properties", "groups": "groups", "objectsPerGroup": "objects_per_group"}
_HYBRID = {"query": "query", "alpha": "alpha", "vector": "vector", "properties": "properties", "fusionType": "fusion_type"}
_ROOTS = {"Get": "get", "Aggregate": "aggregate", "Explore": "explore"}


@rewrites("weaviate.gql.Query.raw")
def raw(site: Site) -> Code:
    """A raw query: one collection's query or aggregation where the text can be seen, else the text as it is."""
    node = site.arguments()["gql_query"]
    trial = Site(site.planner, site.usage, Unit(site.unit.head, site.unit.title))
    try:
        code = _rewritten(trial, node)
    except Refusal as refusal:
        return _sent(site, node, refusal)
    site.unit.join(trial.unit)
    return code


def _rewritten(site: Site, node: ast.expr) -> Code:
    text = template(site, node)
    root, field = _collection(text.document())
    code = (_get if root == "Get" else _aggregate)(site, text, field)
    kept_comments(site, text)
    return code


def _collection(document: DocumentNode) -> tuple[str, FieldNode]:
    """``Get`` or ``Aggregate``, and the one collection that it asks for."""
    from graphql import FieldNode, OperationDefinitionNode, OperationType

    (definition,) = document.definitions if len(document.definitions) == 1 else (None,)
    if not isinstance(definition, OperationDefinitionNode) or definition.operation != OperationType.QUERY:
        raise Refusal("the GraphQL text is more than a query")
    if definition.variable_definitions or definition.directives:
        raise Refusal("the GraphQL text has variables")
    roots = definition.selection_set.selections
    root = roots[0]
    if len(roots) != 1 or not isinstance(root, FieldNode) or root.alias or root.name.value not in ("Get", "Aggregate"):
        raise Refusal("the GraphQL text asks for more than `Get` or `Aggregate` of a collection")
    inner = root.selection_set.selections if root.selection_set is not None else ()
    if len(inner) != 1 or not isinstance(inner[0], FieldNode) or inner[0].directives or root.arguments:
        raise Refusal("the GraphQL text asks for more than one collection")
    if inner[0].selection_set is None:
        raise Refusal("the GraphQL text asks for nothing")
    return root.name.value, inner[0]


def _get(site: Site, text: Template, field: FieldNode) -> Code:
    from graphql import print_ast

    query = Query()
    assert field.selection_set is not None
    text.plain(print_ast(field.selection_set))
    fields(site, query.fields, field.selection_set)
    for name, given, targets in _steps(text, field):
        query.take(_aimed(search.step(site, query, name, given, None), targets))
    collection, query.key, query.fields.collection = _names(text, field)
    query.collection = collection_of(site, collection, query.tenant, query.consistency)
    return consumed(site, site.call, search.written(site, query), Response(site, query.key, query.fields))


def _aggregate(site: Site, text: Template, field: FieldNode) -> Code:
    aggregation = Aggregation(limited=True)
    assert field.selection_set is not None
    collection, aggregation.key, aggregation.name = _names(text, field)
    measured(text, aggregation.asked, field.selection_set, aggregation.name)
    for name, given, targets in _steps(text, field):
        aggregation.take(_aimed(aggregate.step(site, aggregation, name, given, None), targets))
    aggregation.collection = collection_of(site, collection, aggregation.tenant)
    return aggregate.answered(site, aggregation)


def _names(text: Template, field: FieldNode) -> tuple[Code, Code, str | None]:
    """The collection, the key of the answer, and the collection's name where it can be seen."""
    name = text.name(field.name.value)
    shown: Code = name if field.name.value in text.values else text.site.string(field.name.value)
    if field.name.value in text.values and not pure(name):
        raise Refusal("the name of the collection is computed")
    key = text.site.string(text.plain(field.alias.value)) if field.alias is not None else shown
    return shown, key, None if field.name.value in text.values else field.name.value


def _steps(text: Template, field: FieldNode) -> Iterator[tuple[str, dict[str, ast.expr], ast.expr | None]]:
    """The arguments of a collection as links of a builder, with the vectors that a search aims at."""
    for argument in field.arguments or ():
        name, value = text.plain(argument.name.value), text.node(argument.value)
        targets = None
        if isinstance(value, ast.Dict) and (name.startswith("near") or name == "hybrid"):
            targets = _taken(value, "targetVectors")
        if name == "sort":
            for clause in value.elts if isinstance(value, ast.List) else [value]:
                if isinstance(clause, ast.Dict) and not any(k is not None and constant(k) == "order" for k in clause.keys):
                    clause.keys.append(text.made(ast.Constant("order")))
                    clause.values.append(text.made(ast.Constant("asc")))
        if name in _LINKS:
            link, parameter = _LINKS[name]
            yield link, {parameter: value}, targets
        elif name.startswith("near") and name[4:] in _MEDIA:
            yield f"with_near_{name[4:].lower()}", {"content": value, "encode": text.made(ast.Constant(False))}, targets
        elif name == "hybrid":
            yield "with_hybrid", _parameters(value, _HYBRID), targets
        elif name == "bm25":
            yield "with_bm25", _parameters(value, {"query": "query", "properties": "properties"}), None
        elif name == "groupBy" and isinstance(value, ast.Dict):
            yield "with_group_by", _parameters(value, _GROUP), None
        elif name == "groupBy":
            listed = value if isinstance(value, ast.List) else text.made(ast.List([value], ast.Load()))
            yield "with_group_by_filter", {"properties": listed}, None
        else:
            raise Refusal(f"`{name}` has no v4 equivalent")


def _taken(value: ast.Dict, name: str) -> ast.expr | None:
    """The value under a key, which is taken out of the dictionary."""
    for place, key in enumerate(value.keys):
        if key is not None and constant(key) == name:
            del value.keys[place]
            return value.values.pop(place)
    return None


def _aimed(items: list[Item], targets: ast.expr | None) -> list[Item]:
    """The items of a search, with the one vector that it aims at."""
    if targets is not None:
        names = targets.elts if isinstance(targets, ast.List) else [targets]
        if len(names) != 1:
            raise Refusal("a search aims at several vectors")
        items.append(Item(names[0], "target_vector="))
    return items


def _parameters(value: ast.expr, names: dict[str, str]) -> dict[str, ast.expr]:
    """The values of a dictionary by the parameters of a v3 link. Raises Refusal for a key that it has not."""
    found: dict[str, ast.expr] = {}
    for key, node in pairs_of(value) if isinstance(value, ast.Dict) else ():
        if not isinstance(key, ast.Constant) or key.value not in names:
            raise Refusal("a search in the GraphQL text has a key that v4 has not")
        found[names[key.value]] = node
    if not {"query", "properties"} & found.keys():
        raise Refusal("a search in the GraphQL text can't be seen")
    return found


# -- text that stays ------------------------------------------------------------------------------------------------------


def _sent(site: Site, node: ast.expr, why: Refusal) -> Code:
    """``client.graphql_raw_query(text)``."""
    try:
        roots = _roots(template(Site(site.planner, site.usage, Unit(site.unit.head)), node).document())
    except Refusal:
        roots = []
    code = call(join(client_of(site), ".graphql_raw_query"), node)
    return consumed(site, site.call, code, Raw(site, roots, why))


def _roots(document: DocumentNode) -> list[str]:
    """``Get``, ``Aggregate`` and ``Explore``, as far as the text asks for them; empty where it asks for more."""
    from graphql import FieldNode, OperationDefinitionNode

    found = []
    for definition in document.definitions:
        for node in definition.selection_set.selections if isinstance(definition, OperationDefinitionNode) else ():
            if not isinstance(node, FieldNode) or node.alias is not None or node.name.value not in _ROOTS:
                return []
            found.append(node.name.value)
    return found


@record(eq=False)
class Raw(View):
    """The answer to a raw query: ``get``, ``aggregate``, ``explore`` and ``errors``, whose values are those of v3.
    ``roots`` are the keys under ``data``, empty where they can't be seen."""

    site: Site
    roots: list[str]
    why: Refusal
    inner: bool = False
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.inner:
            if not isinstance(key, str) or key not in _ROOTS:
                raise self.why
            return join(code, f".{_ROOTS[key]}"), None
        if key == "data":
            return code, Raw(self.site, self.roots, self.why, True)
        if key == "errors":
            return join(code, ".errors"), None
        raise self.why

    def rebuilt(self, code: Code) -> Code:
        """An answer without errors: where the query fails v3 has them beside the data."""
        if not self.roots:
            raise self.why
        if not self.inner:
            self.site.unit.doubt("the errors of the answer are left out")
        string = self.site.string
        if len(self.roots) > 1:
            code = named(self.site, code, several=True)
        data = [Item(join(code, f".{_ROOTS[root]}"), f"{string(root)}: ") for root in self.roots]
        made = _display(data)
        return made if self.inner else _display([Item(made, f"{string('data')}: ")])


def _display(items: list[Item]) -> Code:
    return Group("", "{", tuple(items), "}")
