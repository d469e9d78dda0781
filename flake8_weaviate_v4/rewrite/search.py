"""``client.query.get(...)`` and its links -> one call of ``collection.query`` or ``collection.generate``."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from ..inference.flow import reaching
from .chain import Chain, Link, collected
from .code import Code, Item, Join, call, call_of, join, kept
from .filters import QUERY, filtered
from .literal import constant, follow
from .near import Search, search
from .results import consumed
from .selection import Selected, additional, returned, selected
from .site import Site, names, pure, rewrites
from .unit import Refusal
from .views import Response

_GET = "weaviate.gql.Query.get"
_PLAIN = {"with_limit": "limit", "with_offset": "offset", "with_autocut": "auto_limit", "with_after": "after"}
# Arguments of the methods, in the order in which they are written.
_ORDER = (
    "limit offset after auto_limit filters sort group_by rerank include_vector return_metadata return_properties return_references"
).split()
_ONLY_FETCH = frozenset({"after", "sort"})  # what v4 has for ``fetch_objects`` alone


@dataclass(slots=True, eq=False)
class Query:
    """A query in the making: ``arguments`` by v4 name."""

    collection: Code = ""
    key: Code = ""  # under which v3 returned the objects
    search: Search | None = None
    arguments: dict[str, Item] = field(default_factory=dict)
    fields: Selected = field(default_factory=Selected)
    tenant: Code | None = None
    consistency: Code | None = None


@rewrites("weaviate.gql.get.GetBuilder.do")
def get(site: Site) -> Code:
    """A Get query: what v3 sends as GraphQL is one gRPC search request in v4."""
    chain = collected(site, _GET)
    code = _sent(site, chain)
    for end in chain.ends:  # the statements that build the query go, so all that send it have to be rewritten
        other = Site(site.planner, end, site.unit)
        site.unit.replaced[other.call] = _sent(other, collected(other, _GET))
    for statement in chain.statements:
        if statement not in site.unit.replaced:
            site.unit.removed[statement] = None
    return code


def _sent(site: Site, chain: Chain) -> Code:
    query = _query(site, chain)
    return consumed(site, site.call, written(site, query), Response(site, query.key, query.fields))


def _query(site: Site, chain: Chain) -> Query:
    query = Query()
    given = chain.head.arguments()
    if "class_name" not in given:
        raise Refusal("the query names no collection")
    name = given["class_name"]
    query.collection, query.key = name, name
    value = constant(name)
    if isinstance(value, str):
        query.key = site.string(value[:1].upper() + value[1:])
    elif not pure(name):
        site.unit.doubt("the name of the collection is computed twice")
    head = Site(site.planner, chain.head.usage, site.unit)
    query.fields = selected(site, given.get("properties"))
    for link in chain.links[1:-1]:
        if link.usage.symbol.rpartition(".")[0] != "weaviate.gql.get.GetBuilder":
            raise Refusal("a link of the query is not known")
        _link(site, query, link)
    query.collection = head.collection(query.collection, query.tenant, query.consistency)
    return query


def _link(site: Site, query: Query, link: Link) -> None:
    given = link.arguments()
    own: list[Item] = []
    if (found := search(site, link.name, given)) is not None:
        if query.search is not None or link.condition is not None:
            raise Refusal("the query has more than one search, or one under a condition")
        found.items = [Item(i.value, i.name, i.origin or (None if isinstance(i.value, ast.AST) else link.call)) for i in found.items]
        query.search = found
        _settle(site, link, found.items)
        return
    if link.name in _PLAIN:
        own = [Item(next(iter(given.values())), f"{_PLAIN[link.name]}=")]
    elif link.name == "with_where":
        own = [Item(filtered(site, given["content"]), "filters=", link.call)]
    elif link.name == "with_sort":
        own = [Item(_sort(site, query, given["content"]), "sort=", link.call)]
    elif link.name == "with_group_by":
        own = [Item(_group_by(site, given), "group_by=", link.call)]
    elif link.condition is not None:
        raise Refusal("what the query asks for depends on a condition")
    elif link.name == "with_additional":
        additional(site, query.fields, next(iter(given.values())))
    elif link.name == "with_generate":
        for name, node in given.items():
            if not (isinstance(node, ast.Constant) and node.value is None):
                query.fields.generated[name] = node
        query.fields.additional["generate"] = None
    elif link.name == "with_tenant":
        query.tenant = given["tenant"]
    elif link.name == "with_consistency_level":
        query.consistency = site.consistency(given["consistency_level"])
    elif link.name == "with_alias":
        query.key = given["alias"]
    elif link.name == "with_ask":
        raise Refusal("`with_ask` has no v4 equivalent")
    else:
        raise Refusal(f"`{link.name}` has no v4 equivalent")
    for item in _settle(site, link, own):
        query.arguments[item.name[:-1]] = item


def _settle(site: Site, link: Link, items: list[Item]) -> list[Item]:
    """The items of a link in a statement of its own: written in the call where they mean the same there, else bound to a
    variable where the link stood."""
    if link.statement is None:
        return items
    settled = []
    for number, item in enumerate(items):
        moves = link.condition is None and all(pure(n) and _stays(site, n, link.statement) for n in kept(item.value))
        if moves:
            settled.append(item)
            continue
        if len(items) > 1 or number:
            raise Refusal("a search in a statement of its own that can't be moved")
        name = _variable(site, link, item)
        settled.append(Item(name, item.name))
        items[number] = settled[-1]
    return settled


def _variable(site: Site, link: Link, item: Item) -> str:
    """The variable that holds an argument from the link's statement on."""
    assert link.statement is not None
    if isinstance(known := site.unit.replaced.get(link.statement), Join) and isinstance(known.parts[0], str):
        return known.parts[0].removesuffix(" = ")  # of another place that sends the query
    name = site.free_name(item.name[:-1])
    site.unit.replaced[link.statement] = join(f"{name} = ", item.value)
    if link.condition is not None:
        site.unit.before.append((link.condition, f"{name} = None"))
    return name


def _stays(site: Site, node: ast.expr, statement: ast.stmt) -> bool:
    """Whether the names in an expression mean at the end of the query what they meant at the statement."""
    scope = site.scope()
    return all(
        reaching(site.module, scope, name, node) == reaching(site.module, scope, name, site.usage.node)
        for name in names([node])
        if name in scope.names
    )


def _sort(site: Site, query: Query, node: ast.expr) -> Code:
    literal = follow(site, node)
    clauses = literal.elements() if isinstance(literal.node, (ast.List, ast.Tuple)) else [literal.node]
    code: Code = site.use(QUERY, "Sort")
    if "sort" in query.arguments:
        code = query.arguments["sort"].value
    for number, clause in enumerate(clauses):
        items = literal.inner(clause, number).items()
        if not {"path", "order"} <= items.keys() or (literal.variable is not None and not literal.moves):
            raise Refusal("how the query sorts can't be seen")
        path = literal.inner(items["path"]).node
        steps = path.elts if isinstance(path, ast.List) else [path]
        order = constant(items["order"])
        if len(steps) != 1 or order not in ("asc", "desc"):
            raise Refusal("how the query sorts can't be seen")
        descending = None if order == "asc" else "False"
        name = constant(steps[0])
        known = {"_id": "by_id", "id": "by_id", "_creationTimeUnix": "by_creation_time", "_lastUpdateTimeUnix": "by_update_time"}
        if isinstance(name, str) and name in known:
            code = call(join(code, f".{known[name]}"), ascending=descending)
        else:
            code = call(join(code, ".by_property"), steps[0], ascending=descending)
    return code


def _group_by(site: Site, given: dict[str, ast.expr]) -> Code:
    paths = follow(site, given["properties"]).elements()
    if len(paths) != 1 or not {"groups", "objects_per_group"} <= given.keys():
        raise Refusal("v4 groups by one property")
    return call(
        site.use(QUERY, "GroupBy"), prop=paths[0], objects_per_group=given["objects_per_group"], number_of_groups=given["groups"]
    )


def written(site: Site, query: Query) -> Code:
    """The v4 call. Raises Refusal where the method has no such argument."""
    method = query.search.method if query.search is not None else "fetch_objects"
    arguments = dict(query.arguments)
    for name, code in returned(site, query.fields).items():
        arguments[name] = Item(code, f"{name}=")
    if method != "fetch_objects" and arguments.keys() & _ONLY_FETCH:
        raise Refusal("v4 sorts and goes on `after` an object only in `fetch_objects`")
    if method == "fetch_objects" and arguments.keys() & {"auto_limit", "group_by", "rerank"}:
        raise Refusal("v4 has `auto_limit`, `group_by` and `rerank` only for searches")
    items = list(query.search.items) if query.search is not None else []
    items += [Item(code, f"{name}=") for name, code in query.fields.generated.items()]
    items += [Item(arguments[n].value, f"{n}=", arguments[n].origin) for n in _ORDER if n in arguments]
    part = "generate" if query.fields.generated else "query"
    return call_of(join(query.collection, f".{part}.{method}"), items)
