"""Changes of text: where they start and end, and how they are applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
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
