"""Recorded requests -> operations that name no client: plain dictionaries, equal where the server does the same."""

from __future__ import annotations

import json
import re
from typing import Any

from ..differences import smooth
from . import batches, connections, grpc, objects, rest
from .values import MADE_UP

Operation = dict[str, Any]
Record = dict[str, Any]

_MADE_UP = re.compile(rf"{MADE_UP}[0-9a-f]{{12}}")


def operations(records: list[Record]) -> list[Operation]:
    """What the requests ask of the server, in order."""
    found: list[Operation] = []
    known: dict[str, str] = {}
    for record in records:
        if record["asked_by"] != "program":
            smooth("chatter")
            if record["kind"] == "rest" and record["path"] == "/v1/meta":
                known = connections.headers(record)
                found.append(connections.connect(record))
            continue
        try:
            made = _grpc(record) if record["kind"] == "grpc" else rest.operations(record)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            # a request that the server would refuse as well: kept as it is, so that only its equal matches
            kept = ("method", "path", "params", "body", "message")
            made = [{"op": "unreadable", "why": repr(error), **{key: record[key] for key in kept if key in record}}]
        if (given := connections.headers(record)) != known:
            made = [{**one, "headers": given} for one in made]
        found += made
    smooth("made_up_id")
    numbered: list[Operation] = number_ids(batches.with_late_references(batches.joined(found)))
    return numbered


def number_ids(content: Any) -> Any:
    """``content`` with the ids that were made up in this run replaced by numbers, in order of appearance."""
    seen: dict[str, str] = {}
    text = _MADE_UP.sub(lambda match: seen.setdefault(match[0], f"<made up {len(seen) + 1}>"), json.dumps(content))
    return json.loads(text)


def _grpc(record: Record) -> list[Operation]:
    message, schema, method = record["message"], record["schema"], record["method"]
    if method == "Search":
        return [grpc.search(message, schema)]
    if method == "Aggregate":
        return [grpc.aggregate(message, schema)]
    if method == "BatchDelete":
        return [grpc.batch_delete(message, schema)]
    if method == "TenantsGet":
        smooth("tenants_get")
        names = message.get("names", {}).get("values")
        return [{"op": "get_tenants", "collection": message["collection"], **({"names": names} if names else {})}]
    if method == "BatchObjects":
        return [_batch(message, "objects", [objects.from_grpc(one, schema) for one in message.get("objects", [])])]
    if method == "BatchReferences":
        made = [objects.reference_from_grpc(one, schema) for one in message.get("references", [])]
        return [_batch(message, "references", made)]
    return [{"op": "grpc", "method": method, "message": message}]


def _batch(message: dict[str, Any], key: str, content: list[Any]) -> Operation:
    level = grpc.consistency(message)
    return {"op": f"batch_{key}", key: content, **({"consistency_level": level} if level else {})}
