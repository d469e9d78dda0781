"""Requests that belong together: the pieces of a batch, a class and its cross-references."""

from __future__ import annotations

import json
from typing import Any

from ..differences import smooth
from . import classes
from .values import MADE_UP

Operation = dict[str, Any]
_CONTENT = {"batch_objects": "objects", "batch_references": "references"}


def joined(operations: list[Operation]) -> list[Operation]:
    """Joins the pieces of batches that follow one another: objects first, then references, each in a fixed order."""
    found: list[Operation] = []
    run: list[Operation] = []
    for one in operations:
        if one["op"] in _CONTENT:
            run.append(one)
        else:
            found += [*_batch(run), one]
            run = []
    return found + _batch(run)


def _batch(pieces: list[Operation]) -> list[Operation]:
    found: dict[str, Operation] = {}
    for piece in sorted(pieces, key=lambda piece: list(_CONTENT).index(piece["op"])):
        smooth("batch_references")
        key = _CONTENT[piece["op"]]
        frame = {name: value for name, value in piece.items() if name != key}
        if frame.get("consistency_level") == "QUORUM":
            smooth("batch_quorum")
            del frame["consistency_level"]
        smooth("batch_pieces")
        found.setdefault(json.dumps(frame), {**frame, key: []})[key] += piece[key]
    for batch in found.values():
        smooth("batch_order")
        batch[_CONTENT[batch["op"]]].sort(key=_order)
    return list(found.values())


def _order(one: dict[str, Any]) -> str:
    """Objects with an id by their id, so that two writes to one id keep their order; anything else by its content."""
    if not str(one.get("id", MADE_UP)).startswith(MADE_UP):
        return json.dumps([one["collection"], one.get("tenant"), one["id"]])
    return json.dumps({key: value for key, value in one.items() if key != "id"}, sort_keys=True)


def with_late_references(operations: list[Operation]) -> list[Operation]:
    """Puts the cross-references that are added right after the creation of classes into the classes."""
    kept: list[Operation] = []
    for one in operations:
        made = _just_made(kept, one["collection"]) if one["op"] == "add_property" else None
        if made is not None and classes.is_reference(one["property"]):
            smooth("late_references")
            made["properties"] = classes.ordered([*made["properties"], one["property"]])
        else:
            kept.append(one)
    return kept


def _just_made(operations: list[Operation], name: str) -> Operation | None:
    for one in reversed(operations):
        if one["op"] != "create_collection":
            return None
        if one["class"] == name:
            return one
    return None
