"""Answers of the engine as gRPC replies."""

from __future__ import annotations

import struct
import uuid
import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from weaviate.proto.v1 import aggregate_pb2, base_pb2, generative_pb2, properties_pb2, search_get_pb2

from ..canonical import values
from .aggregates import Part
from .engine import Answer, Row
from .state import State, Stored

Message = Any
Operation = dict[str, Any]


def search(operation: Operation, message: dict[str, Any], found: Answer, state: State) -> Message:
    """A SearchReply."""
    reply = search_get_pb2.SearchReply(took=0.001)
    if found.groups is not None:
        for group in found.groups:
            distances = [row.metadata.get("distance", 0) for row in group.rows]
            reply.group_by_results.add(
                name=group.name,
                min_distance=min(distances, default=0),
                max_distance=max(distances, default=0),
                number_of_objects=len(group.rows),
                objects=[_result(row, operation, message, state) for row in group.rows],
            )
    else:
        reply.results.extend(_result(row, operation, message, state) for row in found.rows)
    if found.generated is not None:
        reply.generative_grouped_results.values.add(result=found.generated)
    return reply


def _result(row: Row, operation: Operation, message: dict[str, Any], state: State) -> Message:
    result = search_get_pb2.SearchResult(
        properties=_properties(row.stored, operation, state),
        metadata=_metadata(row, message.get("metadata", {})),
    )
    if row.generated is not None:
        result.generative.CopyFrom(
            generative_pb2.GenerativeResult(values=[generative_pb2.GenerativeReply(result=row.generated)])
        )
    if "rerank_score" in row.metadata:
        result.metadata.rerank_score = row.metadata["rerank_score"]
        result.metadata.rerank_score_present = True
    return result


def _metadata(row: Row, asked: dict[str, Any]) -> Message:
    known, stored = row.metadata, row.stored
    reply = search_get_pb2.MetadataResult(id=stored.uuid, id_as_bytes=uuid.UUID(stored.uuid).bytes)
    if asked.get("vector"):
        reply.vector_bytes = struct.pack(f"<{len(stored.vector)}f", *stored.vector)
    for name in asked.get("vectors", []):
        if held := stored.vectors.get(name):
            packed = struct.pack(f"<{len(held)}f", *held)
            reply.vectors.add(name=name, vector_bytes=packed, type=base_pb2.Vectors.VECTOR_TYPE_SINGLE_FP32)
    for field, name in [
        ("creation_time_unix", "creation_time"), ("last_update_time_unix", "last_update_time"), ("distance", "distance"),
        ("certainty", "certainty"), ("score", "score"), ("explain_score", "explain_score"), ("is_consistent", "is_consistent"),
    ]:  # fmt: skip
        if asked.get(field) and known.get(name) is not None:
            setattr(reply, field, known[name])
            setattr(reply, f"{field}_present", True)
    return reply


def _properties(stored: Stored, wanted: Operation, state: State) -> Message:
    """The properties of an object; ``wanted`` is a search, or a reference of one."""
    types = state.schema().get(stored.cls, {})
    reply = search_get_pb2.PropertiesResult(target_collection=stored.cls)
    asked = wanted["properties"]
    if asked == "<all>":
        asked = [name for name, kinds in types.items() if not kinds[0][:1].isupper() and kinds[0] != "blob"]
        asked += [name for name in stored.properties if name not in types]
    for one in asked:
        name = one if isinstance(one, str) else one["name"]
        value = stored.properties.get(name)
        nested = one if isinstance(one, dict) else None
        reply.non_ref_props.fields[name].CopyFrom(_value(value, types.get(name, [""])[0], nested))
    if "references" in wanted:
        reply.ref_props_requested = True
    for one in wanted.get("references", []):
        held = stored.properties.get(one["on"]) or []
        linked = [state.anywhere(values.beacon_id(ref["beacon"])) for ref in held]
        rows = [target for target in linked if target is not None and target.cls == one["collection"]]
        if rows:
            reply.ref_props.add(prop_name=one["on"], properties=[_linked(target, one, state) for target in rows])
    return reply


def _linked(stored: Stored, wanted: Operation, state: State) -> Message:
    reply = _properties(stored, wanted, state)
    known = {"creation_time": stored.created, "last_update_time": stored.updated, "is_consistent": True}
    flags = {"creation_time": "creation_time_unix", "last_update_time": "last_update_time_unix"}
    asked = {flags.get(name, name): True for name in wanted.get("metadata", [])}
    reply.metadata.CopyFrom(_metadata(Row(stored, known), asked))
    return reply


def _value(value: Any, kind: str, nested: dict[str, Any] | None = None) -> Message:
    make: Any = properties_pb2.Value
    if value is None:
        return make(null_value=0)
    if isinstance(value, bool):
        return make(bool_value=value)
    if isinstance(value, list):
        return make(list_value=_list(value, kind, nested))
    if isinstance(value, dict):
        if "latitude" in value:
            return make(geo_value=properties_pb2.GeoCoordinate(**value))
        return make(object_value=_object(value, nested))
    if isinstance(value, str):
        field = {"date": "date_value", "uuid": "uuid_value", "blob": "blob_value"}.get(kind, "text_value")
        return make(**{field: value})
    if kind == "number" or (isinstance(value, float) and kind != "int"):
        return make(number_value=value)
    return make(int_value=int(value))


def _object(value: dict[str, Any], nested: dict[str, Any] | None) -> Message:
    names = [one if isinstance(one, str) else one["name"] for one in nested["properties"]] if nested else list(value)
    return properties_pb2.Properties(fields={name: _value(value.get(name), "") for name in names})


def _list(value: list[Any], kind: str, nested: dict[str, Any] | None) -> Message:
    make = properties_pb2.ListValue
    if value and isinstance(value[0], dict):
        return make(object_values=properties_pb2.ObjectValues(values=[_object(one, nested) for one in value]))
    if kind == "int[]":
        packed = struct.pack(f"<{len(value)}q", *map(int, value))
        return make(int_values=properties_pb2.IntValues(values=packed))
    if kind == "number[]" or (value and isinstance(value[0], (int, float)) and not isinstance(value[0], bool)):
        return make(number_values=properties_pb2.NumberValues(values=struct.pack(f"<{len(value)}d", *value)))
    if value and isinstance(value[0], bool):
        return make(bool_values=properties_pb2.BoolValues(values=value))
    if kind == "date[]":
        return make(date_values=properties_pb2.DateValues(values=value))
    if kind == "uuid[]":
        return make(uuid_values=properties_pb2.UuidValues(values=value))
    return make(text_values=properties_pb2.TextValues(values=value))


def aggregate(operation: Operation, message: dict[str, Any], parts: list[Part]) -> Message:
    """An AggregateReply."""
    reply = aggregate_pb2.AggregateReply(took=0.001)
    count = operation.get("total_count", False)
    if "group_by" not in operation:
        reply.single_result.SetInParent()
        _part(reply.single_result, parts[0], message, count)
        return reply
    reply.grouped_results.SetInParent()
    for part in parts:
        group = reply.grouped_results.groups.add()
        _part(group, part, message, count)
        group.grouped_by.path.extend(part.path or [])
        if isinstance(part.value, bool):
            group.grouped_by.boolean = part.value
        elif isinstance(part.value, int):
            group.grouped_by.int = part.value
        elif isinstance(part.value, float):
            group.grouped_by.number = part.value
        else:
            group.grouped_by.text = str(part.value)
    return reply


def _part(reply: Message, part: Part, message: dict[str, Any], count: bool) -> None:
    if count:
        reply.objects_count = part.count
    for asked in message.get("aggregations", []):
        (kind,) = (key for key in asked if key != "property")
        one = reply.aggregations.aggregations.add(property=asked["property"])
        inner = getattr(one, kind)
        inner.SetInParent()
        for name, value in part.metrics[asked["property"]].items():
            if name == "top_occurrences":
                for item in value or []:
                    inner.top_occurences.items.add(value=str(item["value"]), occurs=item["occurs"])
            elif name == "pointing_to":
                inner.pointing_to.extend(value)
            elif value is not None:
                integer = kind == "int" and name in ("mode", "maximum", "minimum", "sum")
                setattr(inner, name, int(value) if integer else value)
