"""GraphQL text -> operations: what v3's query builders and raw queries send."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError, parse
from graphql.language import (
    DocumentNode,
    FieldNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    print_ast,
)
from graphql.language.ast import (
    BooleanValueNode,
    EnumValueNode,
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    StringValueNode,
)

from ..differences import smooth
from . import filters, searches, values
from .values import Schema

Operation = dict[str, Any]

_WHOLE = ("geoCoordinates", "phoneNumber")
_METRICS = {
    "topOccurrences": "top_occurrences",
    "totalTrue": "total_true",
    "totalFalse": "total_false",
    "percentageTrue": "percentage_true",
    "percentageFalse": "percentage_false",
    "pointingTo": "pointing_to",
}


def document(text: str) -> DocumentNode | str:
    """The parsed query, or what is wrong with it."""
    try:
        return parse(text)
    except GraphQLError as error:
        return str(error)


def operations(text: str, schema: Schema) -> list[Operation]:
    """One operation for each class that the query asks about."""
    parsed = document(text)
    if isinstance(parsed, str):
        return [{"op": "graphql", "query": text}]
    found: list[Operation] = []
    for kind, node in queries(parsed):
        if kind == "Get":
            found.append(get(node, schema))
        elif kind == "Aggregate":
            found.append(_untyped(aggregate(node, schema)))
        else:
            found.append({"op": "graphql", "kind": kind, "query": print_ast(node)})
    return found


def queries(parsed: DocumentNode) -> list[tuple[str, FieldNode]]:
    """``(Get, the field of a class)`` and so on; for Explore the field itself."""
    found: list[tuple[str, FieldNode]] = []
    for definition in parsed.definitions:
        if isinstance(definition, OperationDefinitionNode):
            for root in fields(definition.selection_set):
                if root.name.value in ("Get", "Aggregate"):
                    found += [(root.name.value, node) for node in fields(root.selection_set)]
                else:
                    found.append((root.name.value, root))
    return found


def fields(selection: SelectionSetNode | None) -> list[FieldNode]:
    """The plain fields of a selection."""
    return [node for node in selection.selections if isinstance(node, FieldNode)] if selection else []


def fragments(selection: SelectionSetNode | None) -> list[InlineFragmentNode]:
    """The `... on Class` of a selection."""
    return [node for node in selection.selections if isinstance(node, InlineFragmentNode)] if selection else []


def arguments(node: FieldNode) -> dict[str, Any]:
    """The arguments of a field, as Python values."""
    return {argument.name.value: literal(argument.value) for argument in node.arguments or ()}


def literal(node: ValueNode) -> Any:
    """A GraphQL literal; an enum value is its name."""
    if isinstance(node, IntValueNode):
        return int(node.value)
    if isinstance(node, FloatValueNode):
        return float(node.value)
    if isinstance(node, (StringValueNode, EnumValueNode, BooleanValueNode)):
        return node.value
    if isinstance(node, NullValueNode):
        return None
    if isinstance(node, ListValueNode):
        return [literal(one) for one in node.values]
    if isinstance(node, ObjectValueNode):
        return {field.name.value: literal(field.value) for field in node.fields}
    return print_ast(node)


def get(node: FieldNode, schema: Schema) -> Operation:
    """One class of a Get query."""
    collection = node.name.value
    returned = _returned(node.selection_set, collection, schema)
    operation: Operation = {"op": "search", "collection": collection, "properties": [], **_search(node, schema)}
    hits = returned.pop("hits", None)
    if hits is not None:
        smooth("group_hits")
        for key in ("properties", "references", "metadata"):
            merged = [*returned.get(key, []), *(one for one in hits.get(key, []) if one not in returned.get(key, []))]
            returned[key] = merged
        returned["metadata"] = searches.metadata(returned["metadata"])
        returned["properties"] = searches.properties(returned["properties"])
    return {**operation, **searches.without_empty(returned)}


def _search(node: FieldNode, schema: Schema) -> Operation:
    """What the arguments of a Get or Aggregate field say."""
    collection = node.name.value
    found: Operation = {}
    for key, value in arguments(node).items():
        if key == "where":
            found["filters"] = filters.from_where(value, collection, schema)
        elif key.startswith("near"):
            found["near_" + key[4:].lower()] = searches.near(value, collection)
        elif key == "hybrid":
            found["hybrid"] = _hybrid(value)
        elif key == "bm25":
            found["bm25"] = searches.without_empty(value)
        elif key == "sort":
            clauses = value if isinstance(value, list) else [value]
            found["sort"] = [{"path": _list(one["path"]), "order": one.get("order", "asc")} for one in clauses]
        elif key == "groupBy" and isinstance(value, dict):
            found["group_by"] = {
                "path": _list(value["path"]), "groups": value.get("groups"), "objects_per_group": value.get("objectsPerGroup"),
            }  # fmt: skip
        elif key == "groupBy":
            found["group_by"] = _list(value)
        elif key == "offset" and value == 0:
            smooth("zero_offset")
        elif key == "consistencyLevel":
            found["consistency_level"] = value
        elif key == "objectLimit":
            found["object_limit"] = value
        else:
            found[key] = value
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _hybrid(content: dict[str, Any]) -> dict[str, Any]:
    found = searches.without_empty({key: value for key, value in content.items() if key != "vector"})
    if "alpha" not in found:
        smooth("hybrid_alpha")
    found["alpha"] = values.float32(found.get("alpha", searches.DEFAULT_ALPHA))
    if "fusionType" in found:
        found["fusion"] = {"rankedFusion": "ranked", "relativeScoreFusion": "relative_score"}.get(
            str(found.pop("fusionType")), "?"
        )
    if content.get("vector"):
        found["vector"] = values.vector(content["vector"])
    return found


def _returned(selection: SelectionSetNode | None, collection: str, schema: Schema) -> Operation:
    """Properties, references and metadata of a selection, and what `_additional` asks to be done."""
    found: Operation = {}
    names: list[Any] = []
    linked: list[dict[str, Any]] = []
    extra: list[str] = []
    for field in fields(selection):
        name = field.name.value
        if name == "_additional":
            for key, value in _additional(field, collection, schema).items():
                if key == "metadata":
                    extra += value
                else:
                    found[key] = value
        elif field.selection_set is None:
            names.append(name)
        elif inner := fragments(field.selection_set):
            for fragment in inner:
                linked.append(_reference(name, fragment, collection, schema))
        elif schema.get(collection, {}).get(name, [""])[0] in _WHOLE:
            smooth("geo_fields")
            names.append(name)
        else:
            names.append({"name": name, **_returned(field.selection_set, "", schema)})
    found["properties"] = searches.properties(names)
    if linked:
        found["references"] = searches.references(linked)
    if metadata := searches.metadata(extra):
        found["metadata"] = metadata
    return found


def _reference(on: str, fragment: InlineFragmentNode, collection: str, schema: Schema) -> dict[str, Any]:
    cls = fragment.type_condition.name.value if fragment.type_condition else "?"
    return {"on": on, "collection": cls, **_returned(fragment.selection_set, cls, schema)}


def _additional(node: FieldNode, collection: str, schema: Schema) -> Operation:
    found: Operation = {}
    names: list[str] = []
    for field in fields(node.selection_set):
        name = field.name.value
        given = arguments(field)
        if name == "generate":
            smooth("reply_fields")
            grouped = given.get("groupedResult", {})
            found["generate"] = searches.without_empty(
                {
                    "single": given.get("singleResult", {}).get("prompt"),
                    "grouped": grouped.get("task"),
                    "grouped_properties": grouped.get("properties"),
                }
            )
        elif name == "rerank":
            found["rerank"] = searches.without_empty({"property": given.get("property"), "query": given.get("query")})
        elif name == "group":
            smooth("reply_fields")
            for inner in fields(field.selection_set):
                if inner.name.value == "hits":
                    found["hits"] = _returned(inner.selection_set, collection, schema)
        elif name == "vectors":
            names += [f"vectors.{inner.name.value}" for inner in fields(field.selection_set)]
        elif field.selection_set is not None or given:
            names.append(" ".join(print_ast(field).split()))
        else:
            names.append(name)
    return {**found, "metadata": names}


def aggregate(node: FieldNode, schema: Schema) -> Operation:
    """One class of an Aggregate query."""
    operation: Operation = {"op": "aggregate", "collection": node.name.value, **_search(node, schema)}
    metrics: dict[str, Any] = {}
    for field in fields(node.selection_set):
        name = field.name.value
        if name == "meta":
            operation["total_count"] = True
        elif name == "groupedBy":
            smooth("grouped_by")
        else:
            metrics.setdefault(name, {}).update(_metrics(field))
    if metrics:
        operation["metrics"] = dict(sorted(metrics.items()))
    return operation


def _untyped(operation: Operation) -> Operation:
    """An aggregation without the question for the types of properties."""
    for metrics in operation.get("metrics", {}).values():
        if metrics.pop("type", False):
            smooth("metric_type")
    return operation


def _metrics(node: FieldNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(node.selection_set):
        name = field.name.value
        found[_METRICS.get(name, name)] = True
        if name == "topOccurrences":
            smooth("top_occurrences")
            if (limit := arguments(field).get("limit")) is not None:
                found["top_occurrences"] = {"limit": limit}
    return dict(sorted(found.items()))
