"""The parts of a search that GraphQL and gRPC share once their syntax is gone: near..., hybrid, bm25, grouping."""

from __future__ import annotations

from typing import Any

from ..differences import smooth
from . import values

MEDIA = ("image", "audio", "video", "depth", "thermal", "imu")
DEFAULT_ALPHA = 0.75
"""What the server takes for hybrid without alpha."""

METADATA = {
    "creationTimeUnix": "creation_time",
    "creation_time_unix": "creation_time",
    "lastUpdateTimeUnix": "last_update_time",
    "last_update_time_unix": "last_update_time",
    "explainScore": "explain_score",
    "isConsistent": "is_consistent",
    "queryProfile": "query_profile",
}


def metadata(names: list[str]) -> list[str]:
    """Names of what is returned beside the properties, in one spelling."""
    smooth("property_order")
    smooth("object_id")
    return sorted({METADATA.get(name, name) for name in names} - {"id", "uuid"})


def properties(names: list[Any]) -> list[Any]:
    """Properties to return: names, and for nested objects ``{"name": ..., "properties": [...]}``."""
    smooth("property_order")
    plain = sorted({name for name in names if isinstance(name, str)})
    nested = sorted((name for name in names if not isinstance(name, str)), key=lambda one: str(one["name"]))
    return [*plain, *nested]


def references(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """References to return."""
    return sorted(found, key=lambda one: (str(one["on"]), str(one.get("collection"))))


def near(content: dict[str, Any], collection: str) -> dict[str, Any]:
    """A `near...` argument of a search in ``collection``: GraphQL's names and gRPC's names become the latter."""
    found: dict[str, Any] = {}
    for key, value in content.items():
        if key in ("certainty", "distance"):
            found[key] = float(value)
        elif key in ("concepts", "query"):
            found["concepts"] = value if isinstance(value, list) else [value]
        elif key in ("vector",):
            found["vector"] = values.vector(value)
        elif key in ("moveTo", "move_to"):
            found["move_to"] = _move(value, collection)
        elif key in ("moveAwayFrom", "move_away"):
            found["move_away"] = _move(value, collection)
        elif key == "beacon":
            found["id"] = _named(value, collection)
        elif key in ("targetVectors", "target_vectors"):
            found["target_vectors"] = value
        else:
            found[key] = value
    return found


def _named(beacon: str, collection: str) -> str:
    """The id in a beacon; the whole beacon where it leads to another class, which an id can't."""
    parts = beacon.removeprefix("weaviate://localhost/").split("/")
    return values.beacon_id(beacon) if parts[:-1] in ([], [collection]) else beacon


def _move(content: dict[str, Any], collection: str) -> dict[str, Any]:
    found: dict[str, Any] = {"force": values.float32(content.get("force", 0))}
    if concepts := content.get("concepts"):
        found["concepts"] = concepts if isinstance(concepts, list) else [concepts]
    ids = list(content.get("uuids", []))
    for one in content.get("objects", []):
        ids.append(one["id"] if "id" in one else _named(one["beacon"], collection))
    if ids:
        found["objects"] = ids
    return found


def without_empty(operation: dict[str, Any]) -> dict[str, Any]:
    """Leaves out what is not set."""
    return {key: value for key, value in operation.items() if value is not None and value != [] and value != ""}
