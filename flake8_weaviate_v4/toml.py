"""TOML of a file that somebody else wrote, read in bounded time."""

from __future__ import annotations

import sys

from .patterns import pattern

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

LARGEST = 1_000_000  # characters
_LONGEST = 20_000  # characters of a line with so many dots
_MOST_PARTS = 100  # of a dotted key: to read one takes the square of its length
_STRING = pattern(r""""(?:[^"\\]|\\.)*"|'[^']*'""")


def loads(text: str) -> dict[str, Any]:
    """What a text says. Raises ValueError where it is no TOML, or none that can be read."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    if len(text) > LARGEST:
        raise ValueError(f"too large ({len(text) / 1e6:.0f} MB; up to {LARGEST / 1e6:.0f} MB are read)")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _MOST_PARTS and (len(line) > _LONGEST or _STRING.sub("", line).partition("#")[0].count(".") >= _MOST_PARTS):
            raise ValueError(f"a key of more than {_MOST_PARTS} parts (at line {number}, column 1)")
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return data
