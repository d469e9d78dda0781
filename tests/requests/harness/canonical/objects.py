"""Objects in one form: from REST bodies, and from the BatchObject messages of gRPC."""

from __future__ import annotations

import base64
import struct
from functools import partial
from typing import Any

from ..differences import smooth
from . import values
from .values import Schema

Object = dict[str, Any]
_ARRAYS = {
    "text_array_properties": str,
    "int_array_properties": int,
    "boolean_array_properties": bool,
    "number_array_properties": float,
}


def from_rest(body: dict[str, Any], schema: Schema, *, merge: bool = False) -> Object:
    """The body of POST, PATCH (``merge``) or PUT /objects, or one object of a REST batch."""
    found: Object = {"collection": values.capital(body.get("class", "?"))}
    if body.get("id"):
        found["id"] = body["id"]
    for key in ("vector", "vectors", "tenant"):
        if body.get(key):
            found[key] = _vectors(body[key]) if key != "tenant" else body[key]
    found["properties"] = properties(body.get("properties") or {}, found["collection"], schema, keep_null=merge)
    return found


def from_grpc(message: dict[str, Any], schema: Schema) -> Object:
    """A BatchObject, as protobuf's JSON."""
    found: Object = {"collection": message["collection"], "id": message["uuid"]}
    if "vector_bytes" in message:
        found["vector"] = values.vector_bytes(message["vector_bytes"])
    if "vectors" in message:
        found["vectors"] = {
            one.get("name", "default"): values.multi_vector_bytes(one["vector_bytes"])
            if one.get("type") == "VECTOR_TYPE_MULTI_FP32"
            else values.vector_bytes(one["vector_bytes"])
            for one in message["vectors"]
        }
    if "tenant" in message:
        found["tenant"] = message["tenant"]
    content = message.get("properties", {})
    plain = _plain(content)
    for one in content.get("single_target_ref_props", []):
        plain[one["prop_name"]] = [{"beacon": f"weaviate://localhost/{uuid}"} for uuid in one["uuids"]]
    for one in content.get("multi_target_ref_props", []):
        start = f"weaviate://localhost/{one['target_collection']}"
        plain[one["prop_name"]] = [{"beacon": f"{start}/{uuid}"} for uuid in one["uuids"]]
    found["properties"] = properties(plain, message["collection"], schema)
    return found


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """Non-reference properties of a message that may be nested."""
    found = dict(content.get("non_ref_properties", {}))
    for key, kind in _ARRAYS.items():
        for one in content.get(key, []):
            if "values_bytes" in one:
                raw = base64.b64decode(one["values_bytes"])
                found[one["prop_name"]] = list(struct.unpack(f"<{len(raw) // 8}d", raw))
            else:
                found[one["prop_name"]] = [kind(value) for value in one["values"]]
    for one in content.get("object_properties", []):
        found[one["prop_name"]] = _plain(one.get("value", {}))
    for one in content.get("object_array_properties", []):
        found[one["prop_name"]] = [_plain(value) for value in one.get("values", [])]
    for name in content.get("empty_list_props", []):
        found[name] = []
    return found


def _vectors(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _vectors(one) for key, one in value.items()}
    return [_vectors(one) if isinstance(one, list) else values.float32(one) for one in value]


def properties(content: dict[str, Any], collection: str, schema: Schema, *, keep_null: bool = False) -> dict[str, Any]:
    """Properties with their dates, numbers and beacons in one spelling; null in a merge takes a property away."""
    found: dict[str, Any] = {}
    for name, value in sorted(content.items()):
        if value is None:
            if keep_null or not smooth("null_property"):
                found[name] = None
            continue
        types = schema.get(collection, {}).get(name, [])
        if types[:1] in (["date"], ["date[]"]):
            found[name] = [values.date(one) for one in value] if isinstance(value, list) else values.date(str(value))
        else:
            found[name] = _value(value, partial(_beacon_of, collection, name, schema))
    return found


def _beacon_of(collection: str, on: str, schema: Schema, beacon: str) -> str:
    return full_beacon(beacon, collection, on, schema)


def full_beacon(beacon: str, collection: str, on: str, schema: Schema) -> str:
    """A beacon with the class it points to, where the schema allows but one."""
    parts = beacon.removeprefix("weaviate://localhost/").split("/")
    if len(parts) == 1 and (cls := values.target(schema, collection, on)):
        parts.insert(0, cls)
    return "weaviate://localhost/" + "/".join(parts)


def _value(value: Any, beacon: Any) -> Any:
    if isinstance(value, float) and value.is_integer() and smooth("whole_number"):
        return int(value)
    if isinstance(value, list):
        return [_value(one, beacon) for one in value]
    if isinstance(value, dict):
        if set(value) == {"latitude", "longitude"}:
            return {key: values.float32(one) for key, one in sorted(value.items())}
        return {key: beacon(one) if key == "beacon" else _value(one, beacon) for key, one in sorted(value.items())}
    return value


def reference_from_grpc(message: dict[str, Any], schema: Schema) -> dict[str, Any]:
    """A BatchReference of gRPC."""
    start = "weaviate://localhost/"
    to = start + "/".join(filter(None, (message.get("to_collection"), message["to_uuid"])))
    found = {"from": f"{start}{message['from_collection']}/{message['from_uuid']}/{message['name']}", "to": to}
    return reference({**found, "tenant": message["tenant"]} if message.get("tenant") else found, schema)


def reference(one: dict[str, Any], schema: Schema) -> dict[str, Any]:
    """A reference of a batch, its target written out."""
    collection, _, on = one["from"].removeprefix("weaviate://localhost/").split("/")
    return {**one, "to": full_beacon(one["to"], collection, on, schema)}
