"""What comes from files and their names, as it can go to a terminal or a log."""

from __future__ import annotations

import re

from ..patterns import pattern

_WIDEST = 400  # characters of a line that are shown
_CONTROL = pattern(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str) -> str:
    """A line with what would move the cursor, begin another line, colour the terminal, hide or reorder letters as an escape."""
    return text if text.isprintable() else _CONTROL.sub(_escaped, text)


def part(text: str, column: int) -> tuple[str, int]:
    """What is shown of a line, of a long one what is around a 0-based column; and where that column is then."""
    if len(text) <= _WIDEST:
        return text, column
    start = max(0, min(column, len(text)) - _WIDEST // 4)
    before, after = "..." if start else "", "..." if start + _WIDEST < len(text) else ""
    return f"{before}{text[start : start + _WIDEST]}{after}", column - start + len(before)
