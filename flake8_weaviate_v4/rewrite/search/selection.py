"""What a v3 query asks back for: GraphQL fields of properties, references and ``_additional``, as v4 arguments.

v3 pastes the strings of ``get(...)`` and ``with_additional(...)`` into a GraphQL query, so any selection can stand in one.
"""

from __future__ import annotations

import ast

from ...inference.scopes import Binding
from ...records import field, record
from ..code import Code, Group, Item, call, join, listed
from ..literal import Literal, bound, constant, follow, reads
from ..site import Site
from ..unit import Refusal
from .filters import QUERY
from .known import known

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from graphql import FieldNode, SelectionSetNode

# ``_additional`` field -> ``MetadataQuery`` argument.
METADATA = {
    "creationTimeUnix": "creation_time", "lastUpdateTimeUnix": "last_update_time", "distance": "distance",
    "certainty": "certainty", "score": "score", "explainScore": "explain_score", "isConsistent": "is_consistent",
}  # fmt: skip
PLACE = frozenset({"latitude", "longitude"})
_NAMES = "the properties are taken for plain names"


@record(eq=False)
class Selected:
    """Fields of one collection. ``shown`` holds the code of properties that are no literals, beside their names."""

    names: list[str] = field(default_factory=list)
    shown: list[tuple[Code, ast.AST | None]] = field(default_factory=list)
    whole: Code | None = None  # an expression that gives the properties, or more of them
    listed: ast.Name | None = None  # the variable whose list of plain names the properties are
    starred: bool = False  # whether that stands in a list as `*properties`
    first: bool = False  # whether it comes behind those that are shown
    nested: dict[str, Selected] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)  # properties that are geo coordinates
    references: list[tuple[str, str, Selected]] = field(default_factory=list)  # name, target collection, fields
    additional: dict[str, None] = field(default_factory=dict)
    generated: dict[str, Code] = field(default_factory=dict)  # arguments of ``collection.generate``
    rerank: dict[str, Code] = field(default_factory=dict)
    group: Selected | None = None
    collection: object = None  # the name of the collection, where it is a literal


def selected(site: Site, properties: ast.expr | None, nested: bool = False) -> Selected:
    """What the second argument of ``query.get`` asks for, or a part of it (``nested``)."""
    found = Selected()
    if properties is None or (isinstance(properties, ast.Constant) and properties.value is None):
        return found
    if isinstance(properties, ast.BinOp) and isinstance(properties.op, ast.Add):
        return _added(selected(site, properties.left, nested=True), selected(site, properties.right, nested=True))
    if isinstance(properties, ast.List) and any(isinstance(element, ast.Starred) for element in properties.elts):
        for element in properties.elts:
            part = element.value if isinstance(element, ast.Starred) else ast.List([element], ast.Load())
            found = _added(found, selected(site, part, nested=True))
        found.starred = found.whole is not None
        return found
    try:
        literal = follow(site, properties)
    except Refusal:
        if not isinstance(properties, (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.ListComp, ast.BoolOp, ast.IfExp)):
            raise Refusal("which properties are asked for can't be seen") from None
        if isinstance(properties, ast.Call) and isinstance(properties.func, ast.Attribute) and properties.func.attr in ("join", "format"):
            raise Refusal("the properties are built as GraphQL text") from None
        found.whole = join("(", properties, ")") if nested and isinstance(properties, (ast.BoolOp, ast.IfExp)) else properties
        site.unit.doubt(_NAMES)
        return found
    if isinstance(literal.node, (ast.List, ast.Tuple)):
        for number, element in enumerate(literal.elements()):
            _property(site, found, element, literal, number)
        plain = len(found.names) == len(found.shown) == len(literal.elements()) and not found.additional
        if plain and isinstance(literal.node, ast.List) and literal.variable is not None and len(reads(site, literal.variable)) > 1:
            found.listed = literal.variable
    else:
        _property(site, found, literal.node, literal)
    return found


def _added(left: Selected, right: Selected) -> Selected:
    """What ``left + right`` asks for, of which one may be a list that can't be seen."""
    if left.whole is not None and right.whole is not None:
        raise Refusal("which properties are asked for can't be seen")
    left.names += right.names
    left.listed = None
    left.first = left.first or bool(right.whole and left.shown)
    left.shown += right.shown
    left.starred = left.starred or right.starred
    left.whole = left.whole if left.whole is not None else right.whole
    left.nested |= right.nested
    left.places |= right.places
    left.references += right.references
    left.additional |= right.additional
    return left


def _property(site: Site, found: Selected, node: ast.expr, literal: Literal, *keys: object) -> None:
    held = constant(bound(site, node))
    if isinstance(node, ast.Name) and isinstance(held, str) and not held.isidentifier():  # GraphQL in a variable
        node = follow(site, node).node
    text = constant(node)
    if isinstance(text, str):
        before = len(found.names)
        fields(site, found, parsed(text))
        if found.names[before:] == [text]:  # plain: the user's own literal is kept
            found.shown[-1] = (node, node)
        return
    if isinstance(node, ast.Call) and _called(node) == "LinkTo":
        _link(site, found, node)
        return
    if isinstance(node, ast.JoinedStr) and any(isinstance(p, ast.Constant) and set(str(p.value)) & set("{ \n") for p in node.values):
        raise Refusal("a property is built as GraphQL text")
    if not isinstance(node, (ast.Name, ast.Attribute, ast.JoinedStr, ast.Subscript, ast.Call)):
        raise Refusal("a property can't be seen")
    if not _is_name(site, node):
        site.unit.doubt(_NAMES)
    found.shown.append((literal.part(node, *keys), node))


def _is_name(site: Site, node: ast.expr) -> bool:
    """Whether an expression is seen to give plain names alone: a variable that is bound to nothing else."""
    bindings = site.module.bindings_of(node) if isinstance(node, ast.Name) else []
    return bool(bindings) and all(_gives_names(binding) for binding in bindings)


def _gives_names(binding: Binding) -> bool:
    held = constant(binding.value) if isinstance(binding.value, ast.expr) and not binding.path else None
    parts = held if binding.kind == "element" and isinstance(held, (list, tuple, set, dict)) else [held]
    return binding.kind in ("value", "element") and all(isinstance(part, str) and part.isidentifier() for part in parts)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _link(site: Site, found: Selected, node: ast.Call) -> None:
    """``LinkTo(link_on="hasAuthor", linked_class="Author", properties=["name"])``."""
    given: dict[str, ast.expr] = dict(zip(("link_on", "linked_class", "properties"), node.args, strict=False))
    given.update({k.arg: k.value for k in node.keywords if k.arg})
    name, target = constant(given.get("link_on")), constant(given.get("linked_class"))
    if not isinstance(name, str) or not isinstance(target, str) or "properties" not in given:
        raise Refusal("a `LinkTo` can't be seen")
    found.references.append((name, target, selected(site, given["properties"])))


def parsed(text: str) -> SelectionSetNode:
    """The GraphQL selection in a string. Raises Refusal where it is none."""
    from graphql import GraphQLError, OperationDefinitionNode, parse

    try:
        definition = parse(f"{{ {text} }}", no_location=True).definitions[0]
    except GraphQLError as error:
        raise Refusal("a property is no GraphQL that can be read") from error
    assert isinstance(definition, OperationDefinitionNode)
    return definition.selection_set


def fields(site: Site, found: Selected, selection: SelectionSetNode) -> None:
    """Add the fields of a GraphQL selection."""
    from graphql import FieldNode, InlineFragmentNode

    for node in selection.selections:
        if not isinstance(node, FieldNode) or node.alias is not None:
            raise Refusal("an alias or a fragment in the fields of the query")
        name = node.name.value
        if name == "_additional":
            for inner in node.selection_set.selections if node.selection_set else ():
                if not isinstance(inner, FieldNode):
                    raise Refusal("a fragment in `_additional`")
                _additional(site, found, inner)
        elif node.selection_set is None:
            found.names.append(name)
            found.shown.append((site.string(name), None))
        else:
            parts = node.selection_set.selections
            fragments = [p for p in parts if isinstance(p, InlineFragmentNode)]
            if fragments and len(fragments) == len(parts):
                for fragment in fragments:
                    inner_fields = Selected()
                    fields(site, inner_fields, fragment.selection_set)
                    target = fragment.type_condition.name.value if fragment.type_condition else ""
                    found.references.append((name, target, inner_fields))
            elif fragments:
                raise Refusal("fields and fragments beside each other")
            elif {getattr(p, "name", node.name).value for p in parts} <= PLACE:  # GraphQL lists the fields, gRPC returns it whole
                found.places[name] = None
                found.shown.append((site.string(name), None))
            else:
                found.nested[name] = Selected()
                fields(site, found.nested[name], node.selection_set)


def _additional(site: Site, found: Selected, node: FieldNode) -> None:
    from graphql import FieldNode, value_from_ast_untyped

    name = node.name.value
    if name in METADATA or name in ("id", "vector"):
        found.additional[name] = None
        return
    given = {a.name.value: value_from_ast_untyped(a.value) for a in node.arguments or ()}
    if name == "rerank" and isinstance(given.get("property"), str):
        found.additional[name] = None
        found.rerank = {"prop": site.string(given["property"])}
        if isinstance(given.get("query"), str):
            found.rerank["query"] = site.string(given["query"])
        return
    if name == "generate" and given:
        single, grouped = given.get("singleResult"), given.get("groupedResult")
        if isinstance(single, dict) and set(single) == {"prompt"}:
            found.generated["single_prompt"] = site.string(single["prompt"])
        if isinstance(grouped, dict) and set(grouped) <= {"task", "properties"} and "task" in grouped:
            found.generated["grouped_task"] = site.string(grouped["task"])
            if grouped.get("properties"):
                found.generated["grouped_properties"] = listed([site.string(p) for p in grouped["properties"]])
        if found.generated:
            found.additional[name] = None
            return
    if name == "group" and node.selection_set is not None:
        found.additional[name] = None
        found.group = Selected()
        for inner in node.selection_set.selections:
            if isinstance(inner, FieldNode) and inner.name.value == "hits" and inner.selection_set is not None:
                fields(site, found.group, inner.selection_set)
        return
    raise Refusal(f"`_additional` field `{name}` has no v4 equivalent that is the same")


def additional(site: Site, found: Selected, node: ast.expr) -> None:
    """What an argument of ``with_additional`` asks for."""
    if isinstance(node, ast.Call) and _called(node) == "AdditionalProperties":
        if node.args:
            raise Refusal("`AdditionalProperties` takes arguments by position")
        for keyword in node.keywords:
            if not isinstance(keyword.value, ast.Constant) or keyword.arg is None:
                raise Refusal("what `AdditionalProperties` asks for can't be seen")
            if keyword.value.value:
                found.additional["id" if keyword.arg == "uuid" else keyword.arg] = None
        return
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        additional(site, found, node.left)
        additional(site, found, node.right)
        return
    if isinstance(node, ast.List) and any(isinstance(element, ast.Starred) for element in node.elts):
        for element in node.elts:
            additional(site, found, element.value if isinstance(element, ast.Starred) else element)
        return
    try:
        value = constant(follow(site, node).node)
    except Refusal:
        if (held := known(site, node)) is None:
            raise
        value = constant(held)
    if isinstance(value, str):
        value = [value]
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, dict) for part in value):
        raise Refusal("`with_additional` has settings")
    if isinstance(value, dict):
        value = [f"{k} {{ {v if isinstance(v, str) else ' '.join(v)} }}" for k, v in value.items()]
    if not isinstance(value, (list, tuple)) or not all(isinstance(part, str) for part in value):
        raise Refusal("what `with_additional` asks for can't be seen")
    for part in value:
        fields(site, found, parsed(f"_additional {{ {part} }}"))


# -- v4 arguments -------------------------------------------------------------------------------------------------------


def returned(site: Site, found: Selected) -> dict[str, Code]:
    """``return_properties=`` and its kin. v4 returns all properties where none are named: an empty list asks for none."""
    arguments: dict[str, Code] = {}
    if found.whole is not None and not (found.shown or found.nested or found.starred):
        arguments["return_properties"] = found.whole
    elif found.listed is not None:
        arguments["return_properties"] = found.listed
    else:
        parts = [Item(code, origin=origin) for code, origin in found.shown]
        for name, inner in found.nested.items():
            if inner.additional or inner.references:
                raise Refusal("references inside of an object property")
            arguments_of = returned(site, inner)["return_properties"]
            parts.append(Item(call(site.use(QUERY, "QueryNested"), name=site.string(name), properties=arguments_of)))
        if found.whole is not None and found.starred:
            parts.insert(len(parts) if found.first else 0, Item(found.whole, "*"))
        made = Group("", "[", tuple(parts), "]")
        arguments["return_properties"] = made
        if found.whole is not None and not found.starred:
            arguments["return_properties"] = join(made, " + ", found.whole) if found.first else join(found.whole, " + ", made)
    if found.references:
        queries = [_reference(site, *each) for each in found.references]
        arguments["return_references"] = queries[0] if len(queries) == 1 else listed(queries)
    metadata = [METADATA[name] for name in found.additional if name in METADATA]
    if metadata:
        arguments["return_metadata"] = call(site.use(QUERY, "MetadataQuery"), **dict.fromkeys(metadata, "True"))
    if "vector" in found.additional:
        arguments["include_vector"] = "True"
    if found.rerank:
        arguments["rerank"] = call(site.use(QUERY, "Rerank"), **found.rerank)
    return arguments


def _reference(site: Site, name: str, target: str, inner: Selected) -> Code:
    head = site.use(QUERY, "QueryReference")
    if inner.generated or inner.rerank:
        raise Refusal("`generate` or `rerank` inside of a reference")
    arguments: dict[str, Code | None] = {"link_on": site.string(name)}
    if target:
        head += ".MultiTarget"
        arguments["target_collection"] = site.string(target)
    return call(head, **arguments, **returned(site, inner))
