"""Two runs side by side: what differs, as text that shows where."""

from __future__ import annotations

import copy
import difflib
import json
from typing import Any

from .canonical import Operation
from .differences import smooth
from .lab import Run

_UNASKED = ("creation_time", "last_update_time", "is_consistent")


def differences(v3: Run, v4: Run, *, raises: bool = False) -> list[str]:
    """What is not the same, one text for each kind; empty where the rewrite is right. ``raises``: both are to fail."""
    found = []
    for name, run in (("v3", v3), ("v4", v4)):
        if raises and run.error is None:
            found.append(f"{name} was to end in an exception and did not")
        elif run.error is not None and not raises:
            found.append(f"{name} ended in an exception:\n{run.error}")
    first, second = aligned(v3.operations, v4.operations)
    if first != second:
        found.append("the requests differ:\n" + diff(pretty(first), pretty(second)))
    if v3.printed != v4.printed:
        found.append("the programs print different text:\n" + diff(v3.printed, v4.printed))
    return found


def aligned(v3: list[Operation], v4: list[Operation]) -> tuple[list[Operation], list[Operation]]:
    """Both lists, without what a REST reply of v3 holds unasked and v4 may leave out or ask for."""
    first, second = copy.deepcopy(v3), copy.deepcopy(v4)
    for place, one in enumerate(first):
        if not one.pop("from_rest", False):
            continue
        other = second[place] if place < len(second) else {}
        other.pop("from_rest", None)
        smooth("rest_reply")
        for side in (one, other):
            kept = [name for name in side.get("metadata", []) if name not in _UNASKED]
            side.pop("metadata", None)
            if kept:
                side["metadata"] = kept
        other.pop("references", None)
    for one in second:
        one.pop("from_rest", None)
    return first, second


def pretty(content: Any) -> str:
    """Readable JSON, keys in order."""
    return json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False)


def diff(first: str, second: str) -> str:
    """A unified diff from v3 to v4."""
    lines = difflib.unified_diff(first.splitlines(), second.splitlines(), "v3", "v4", lineterm="", n=6)
    return "\n".join(lines)
