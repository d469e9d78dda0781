"""gRPC messages, as protobuf's JSON -> operations: what v4 sends."""

from __future__ import annotations

from typing import Any

from ..differences import smooth
from . import filters, searches, values
from .values import Schema

Operation = dict[str, Any]

_SEARCHES = ("near_vector", "near_object", "near_text", *(f"near_{kind}" for kind in searches.MEDIA))
_KINDS = {
    "text": ("text", "string", "text[]", "string[]", "uuid", "uuid[]"),
    "int": ("int", "int[]"),
    "number": ("number", "number[]"),
    "boolean": ("boolean", "boolean[]"),
    "date": ("date", "date[]"),
}


def search(message: dict[str, Any], schema: Schema) -> Operation:
    """A SearchRequest."""
    collection = message["collection"]
    operation: Operation = {"op": "search", "collection": collection}
    operation |= _returned(message.get("properties"), message.get("metadata", {}), collection, schema)
    operation |= _common(message, collection, schema)
    for key in ("limit", "offset", "autocut", "after"):
        if message.get(key):
            operation[key] = message[key]
    if "sort_by" in message:
        operation["sort"] = [
            {"path": one["path"], "order": "asc" if one.get("ascending") else "desc"} for one in message["sort_by"]
        ]
    if group := message.get("group_by"):
        operation["group_by"] = {
            "path": group["path"], "groups": group.get("number_of_groups", 0),
            "objects_per_group": group.get("objects_per_group", 0),
        }  # fmt: skip
    if "generative" in message:
        operation["generate"] = _generate(message["generative"])
    if "rerank" in message:
        operation["rerank"] = message["rerank"]
    if "boost" in message:
        operation["boost"] = message["boost"]
    return operation


def aggregate(message: dict[str, Any], schema: Schema) -> Operation:
    """An AggregateRequest."""
    collection = message["collection"]
    operation: Operation = {"op": "aggregate", "collection": collection} | _common(message, collection, schema)
    if message.get("objects_count"):
        operation["total_count"] = True
    for key in ("limit", "object_limit"):
        if key in message:
            operation[key] = message[key]
    if group := message.get("group_by"):
        smooth("grouped_by")
        operation["group_by"] = [group["property"]]
    metrics = {}
    for one in message.get("aggregations", []):
        metrics[one["property"]] = _metrics(one, collection, schema)
    if metrics:
        operation["metrics"] = dict(sorted(metrics.items()))
    return operation


def batch_delete(message: dict[str, Any], schema: Schema) -> Operation:
    """A BatchDeleteRequest."""
    collection = message["collection"]
    return {
        "op": "delete_many",
        "collection": collection,
        "verbose": message.get("verbose", False),
        "dry_run": message.get("dry_run", False),
        **_common(message, collection, schema),
    }


def consistency(message: dict[str, Any]) -> str | None:
    """ONE, QUORUM or ALL."""
    level = message.get("consistency_level")
    return str(level).removeprefix("CONSISTENCY_LEVEL_") if level else None


def _common(message: dict[str, Any], collection: str, schema: Schema) -> Operation:
    found: Operation = {}
    if "tenant" in message:
        found["tenant"] = message["tenant"]
    if level := consistency(message):
        found["consistency_level"] = level
    if "filters" in message:
        found["filters"] = filters.from_grpc(message["filters"], collection, schema)
    for key in _SEARCHES:
        if key in message:
            found[key] = _near(message[key], collection)
    if "bm25_search" in message:
        found["bm25"] = searches.without_empty({"query": "", **message["bm25_search"]})
    if "hybrid_search" in message or "hybrid" in message:
        found["hybrid"] = _hybrid(message.get("hybrid_search", message.get("hybrid", {})), collection)
    return found


def _near(message: dict[str, Any], collection: str) -> dict[str, Any]:
    plain = {key: value for key, value in message.items() if key not in ("vector_bytes", "vectors", "targets")}
    vectors = _vectors(message)
    if vectors is not None:
        plain["vector"] = vectors
    found = searches.near({key: value for key, value in plain.items() if key != "vector_for_targets"}, collection)
    if targets := message.get("targets", {}).get("target_vectors"):
        found["target_vectors"] = targets
    if (combination := message.get("targets", {}).get("combination")) is not None:
        found["combination"] = combination
    if "vector_for_targets" in message:
        found["vectors"] = {one["name"]: _vectors(one) for one in message["vector_for_targets"]}
    return found


def _vectors(message: dict[str, Any]) -> list[Any] | None:
    """The vector of a message, wherever this version of the client puts it."""
    if "vector_bytes" in message:
        return values.vector_bytes(message["vector_bytes"])
    if "vectors" in message:
        one = message["vectors"][0]
        if one.get("type") == "VECTOR_TYPE_MULTI_FP32":
            return values.multi_vector_bytes(one["vector_bytes"])
        return values.vector_bytes(one["vector_bytes"])
    return list(message["vector"]) if "vector" in message else None


def _hybrid(message: dict[str, Any], collection: str) -> dict[str, Any]:
    found: dict[str, Any] = {"query": message.get("query", "")}
    # a plain float of proto3 that is 0 is not sent: no alpha in the message is alpha 0
    given = (
        message.get("alpha_param", searches.DEFAULT_ALPHA)
        if message.get("use_alpha_param")
        else message.get("alpha", 0)
    )
    found["alpha"] = values.float32(given)
    if "properties" in message:
        found["properties"] = message["properties"]
    if (fusion := message.get("fusion_type")) is not None:
        found["fusion"] = str(fusion).removeprefix("FUSION_TYPE_").lower()
    if (vectors := _vectors(message)) is not None:
        found["vector"] = vectors
    for key in ("near_text", "near_vector"):
        if key in message:
            found[key] = _near(message[key], collection)
    for key in ("vector_distance", "bm25_search_operator", "targets"):
        if key in message:
            found[key] = message[key]
    return searches.without_empty(found)


def _generate(message: dict[str, Any]) -> dict[str, Any]:
    single, grouped = message.get("single", {}), message.get("grouped", {})
    found = {
        "single": single.get("prompt", message.get("single_response_prompt")),
        "grouped": grouped.get("task", message.get("grouped_response_task")),
        "grouped_properties": grouped.get("properties", {}).get("values", message.get("grouped_properties")),
        "providers": [*single.get("queries", []), *grouped.get("queries", [])],
        "debug": single.get("debug") or None,
    }
    return searches.without_empty(found)


def _returned(
    properties: dict[str, Any] | None, metadata: dict[str, Any], collection: str, schema: Schema
) -> Operation:
    found: Operation = {}
    if properties is None or properties.get("return_all_nonref_properties"):
        found["properties"] = "<all>"
    else:
        nested = [_nested(one) for one in properties.get("object_properties", [])]
        found["properties"] = searches.properties([*properties.get("non_ref_properties", []), *nested])
    references = [_reference(one, collection, schema) for one in (properties or {}).get("ref_properties", [])]
    if references:
        found["references"] = searches.references(references)
    names = [key for key, value in metadata.items() if value is True]
    names += [f"vectors.{name}" for name in metadata.get("vectors", [])]
    if asked := searches.metadata(names):
        found["metadata"] = asked
    return found


def _nested(message: dict[str, Any]) -> dict[str, Any]:
    inner = [_nested(one) for one in message.get("object_properties", [])]
    names = [*message.get("primitive_properties", []), *inner]
    return {"name": message["prop_name"], "properties": searches.properties(names)}


def _reference(message: dict[str, Any], collection: str, schema: Schema) -> dict[str, Any]:
    on = message["reference_property"]
    cls = message.get("target_collection") or values.target(schema, collection, on) or "?"
    return {"on": on, "collection": cls} | _returned(
        message.get("properties"), message.get("metadata", {}), cls, schema
    )


def _metrics(message: dict[str, Any], collection: str, schema: Schema) -> dict[str, Any]:
    (kind,) = (key for key in message if key != "property")
    found: dict[str, Any] = {}
    for key, value in message[kind].items():
        name = {"top_occurences": "top_occurrences"}.get(key, key)
        if key == "top_occurences_limit":
            found["top_occurrences"] = {"limit": value}
        elif value:
            found.setdefault(name, True)
    types = schema.get(collection, {}).get(message["property"], ["?"])
    if types[0] in _KINDS.get(kind, ()) or (kind == "reference" and types[0][:1].isupper()):
        smooth("metric_kind")
    else:
        found["kind"] = kind
    return dict(sorted(found.items()))
