"""A text that fails -> a small one that fails in the same way."""

from __future__ import annotations

import re
from collections.abc import Callable

from flake8_weaviate_v4.lines import lines_of

_PIECE = re.compile(r"\w+|\s|[^\w\s]")


def reduced(text: str, fails: Callable[[str], bool], most: int = 3000) -> str:
    """The text without the lines, and then the words and signs, that it fails without; ``most`` is how often it is tried."""
    tries = iter(range(most))

    def still(parts: list[str]) -> bool:
        return next(tries, None) is not None and fails("".join(parts))

    return "".join(_without(_PIECE.findall("".join(_without(lines_of(text), still))), still))


def _without(parts: list[str], still: Callable[[list[str]], bool]) -> list[str]:
    size = max(len(parts) // 2, 1)
    while parts:
        start, before = 0, len(parts)
        while start < len(parts):
            fewer = parts[:start] + parts[start + size :]
            if still(fewer):
                parts = fewer
            else:
                start += size
        if size == 1 and len(parts) == before:
            break
        size = max(size // 2, 1)
    return parts
