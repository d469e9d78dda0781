"""The import statements of a text, which is not parsed for them."""

from __future__ import annotations

import re

from ..patterns import pattern
from ..records import NamedTuple

_IMPORT = pattern(
    r"^[ \t]*(?:from[ \t]{1,9}(?P<dots>\.{0,20})[ \t]{0,9}(?P<module>[\w.]{0,500})[ \t]{1,9}import[ \t]*(?P<names>\([^)]{0,5000}\)|[^\n]*)"
    r"|import[ \t]+(?P<plain>[^\n]*))",  # bounded, so that no text takes more than its length
    re.MULTILINE,
)
_NAME = pattern(r"(?<![\w.])[\w.]+(?=[ \t]*(?:,|$|\)|\n|#|as\b|\\))")


class Import(NamedTuple):
    """An import statement: ``level`` dots, a module, and the names taken of it."""

    dotted: str
    level: int
    names: tuple[str, ...]


def imports_of(text: str) -> tuple[Import, ...]:
    """The import statements of a text, wherever they stand."""
    found = []
    for match in _IMPORT.finditer(text):
        if match["plain"] is not None:
            found += [Import(name, 0, ()) for name in _NAME.findall(match["plain"]) if name != "as"]
        else:
            found.append(Import(match["module"], len(match["dots"]), tuple(_NAME.findall(match["names"]))))
    return tuple(found)
