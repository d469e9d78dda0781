"""Changes of text: where they start and end, and how they are applied."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from itertools import accumulate

from ..records import record


@record(frozen=True, order=True)
class Edit:
    """Replace the characters ``start`` to ``end`` (0-based, end excluded) of a text."""

    start: int
    end: int
    text: str


class Overlap(ValueError):
    """Two edits of one text overlap."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made. Raises Overlap where two of them overlap."""
    out: list[str] = []
    place = 0
    for edit in sorted(set(edits)):
        if edit.start < place:
            raise Overlap(f"edits overlap at {edit.start}")
        out += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*out, text[place:]])


class Moves:
    """Where the characters of a text are after edits that don't overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._ends = [edit.end for edit in self._edits]
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in self._edits)]

    def is_new(self, place: int) -> bool:
        """Whether the character at a place is written anew."""
        index = bisect.bisect_right(self._ends, place)
        return index < len(self._edits) and self._edits[index].start <= place

    def __getitem__(self, place: int) -> int:
        """The new place of a character; of one that is written anew, what it would be without that."""
        return place + self._shifts[bisect.bisect_right(self._ends, place)]
