"""Findings in ruff's own schema, field for field, so that what reads ruff's JSON reads ours: ``json`` and ``json-lines``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .diagnostic import Change, Diagnostic, Place


def as_json(found: Iterable[Diagnostic]) -> str:
    """One list."""
    return json.dumps([_object(each) for each in found], indent=2, sort_keys=True)


def as_json_lines(found: Iterable[Diagnostic]) -> str:
    """An object a line."""
    return "\n".join(json.dumps(_object(each), sort_keys=True, separators=(",", ":")) for each in found)


def _object(each: Diagnostic) -> dict[str, Any]:
    return {
        "cell": each.cell,
        "code": each.code,
        "end_location": _place(each.end),
        "filename": each.filename,
        "fix": None if each.fix is None else _fix(each.fix),
        "location": _place(each.start),
        "message": each.message,
        "name": each.name,
        "noqa_row": each.noqa_row,
        "severity": each.severity,
        "url": each.url or None,
    }


def _fix(fix: Change) -> dict[str, Any]:
    edits = [{"content": edit.content, "end_location": _place(edit.end), "location": _place(edit.start)} for edit in fix.edits]
    return {"applicability": fix.applicability, "edits": edits, "message": fix.message}


def _place(place: Place) -> dict[str, int]:
    return {"column": place.column, "row": place.row}
