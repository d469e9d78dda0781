"""Filters: `where` of GraphQL and REST, and gRPC's Filters, in one form."""

from __future__ import annotations

from typing import Any

from ..differences import smooth
from . import values
from .values import Schema

Filter = dict[str, Any]

_KINDS = {
    "valueText": "text",
    "valueString": "text",
    "valueDate": "text",
    "valueInt": "int",
    "valueNumber": "number",
    "valueBoolean": "boolean",
}
_GRPC_KINDS = {"value_text": "text", "value_int": "int", "value_number": "number", "value_boolean": "boolean"}


def from_where(where: dict[str, Any], collection: str, schema: Schema) -> Filter:
    """A `where` of GraphQL or of a REST batch delete."""
    if "operands" in where:
        operands = [from_where(operand, collection, schema) for operand in where["operands"]]
        return _joined(str(where["operator"]), operands)
    path = where["path"] if isinstance(where["path"], list) else [where["path"]]
    found = {"path": _path(path), "operator": where["operator"]}
    for key, value in where.items():
        if key == "valueGeoRange":
            centre = value["geoCoordinates"]
            found["geo"] = [
                values.float32(x) for x in (centre["latitude"], centre["longitude"], value["distance"]["max"])
            ]
        elif (name := key.removesuffix("Array")) in _KINDS:
            smooth("text_filter")
            found[_KINDS[name]] = value
        elif key not in ("path", "operator"):
            found[key] = value
    return _typed(found, collection, schema)


def from_grpc(message: dict[str, Any], collection: str, schema: Schema) -> Filter:
    """A Filters message, as protobuf's JSON."""
    operator = "".join(word.capitalize() for word in message.get("operator", "").removeprefix("OPERATOR_").split("_"))
    if "filters" in message:
        return _joined(operator, [from_grpc(one, collection, schema) for one in message["filters"]])
    path = _target(message["target"], collection, schema) if "target" in message else list(message.get("on", []))
    found: Filter = {"path": _path(path), "operator": operator}
    for key, value in message.items():
        if key == "value_geo":
            found["geo"] = [values.float32(value.get(name, 0)) for name in ("latitude", "longitude", "distance")]
        elif key.endswith("_array"):
            kind = _GRPC_KINDS[key.removesuffix("_array")]
            found[kind] = [int(one) if kind == "int" else one for one in value.get("values", [])]
        elif key in _GRPC_KINDS:
            found[_GRPC_KINDS[key]] = int(value) if key == "value_int" else value
    return _typed(found, collection, schema)


def _joined(operator: str, operands: list[Filter]) -> Filter:
    if operator not in ("And", "Or"):
        return {"operator": operator, "operands": operands}
    smooth("filter_nesting")
    flat: list[Filter] = []
    for operand in operands:
        flat += operand["operands"] if operand["operator"] == operator else [operand]
    return flat[0] if len(flat) == 1 else {"operator": operator, "operands": flat}


def _path(path: list[str]) -> list[str]:
    if path and path[-1] == "_id":
        smooth("id_path")
        return [*path[:-1], "id"]
    return path


def _target(message: dict[str, Any], collection: str, schema: Schema) -> list[str]:
    if "property" in message:
        return [message["property"]]
    if "count" in message:
        smooth("reference_count")
        return [message["count"]["on"]]
    if "multi_target" in message:
        inner = message["multi_target"]
        cls = inner.get("target_collection", "?")
    else:
        inner = message["single_target"]
        cls = values.target(schema, collection, inner["on"]) or "?"
    return [inner["on"], cls, *_target(inner["target"], cls, schema)]


def _typed(found: Filter, collection: str, schema: Schema) -> Filter:
    """Dates in one spelling, where the property is a date."""
    owner, name = (found["path"][-2], found["path"][-1]) if len(found["path"]) > 1 else (collection, found["path"][-1])
    if name in values.TIMESTAMPS:
        spell = values.timestamp
    elif schema.get(owner, {}).get(name, [""])[0] in ("date", "date[]"):
        spell = values.date
    else:
        return found
    text = found.get("text")
    if isinstance(text, list):
        found["text"] = [spell(one) for one in text]
    elif isinstance(text, str):
        found["text"] = spell(text)
    return found
