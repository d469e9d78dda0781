"""Programs with comments and long lines, and the text that the fixer writes for them, to the character.

``python tests/rewrite/layout.py`` takes what it writes today for right: read the diff.
"""

from __future__ import annotations

from pathlib import Path

from flake8_weaviate_v4.rewrite import fix_text

TABLES = Path(__file__).parent / "layout"
_HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n"
_CASE, _WRITTEN = "\n# ---- next\n", "# ---- is written as\n"


def written(program: str) -> str:
    """What unsafe fixes make of a program, or, where it imports nothing itself, of what stands behind imports and a client."""
    if "import " in program:
        return fix_text(program, unsafe=True)
    head = _HEAD.replace("\n", "\r\n") if "\r\n" in program else _HEAD
    return fix_text(head + program, unsafe=True).partition("client = weaviate.connect_to_local()")[2].removeprefix("\r").removeprefix("\n")


def read(table: Path) -> list[tuple[str, str]]:
    """The cases of a table: the program, and what is written."""
    cases = [case.partition(_WRITTEN) for case in table.read_text("utf-8").split(_CASE)]
    return [(program, expected) for program, _, expected in cases]


def write(table: Path, programs: list[str]) -> None:
    """Write a table of these programs."""
    table.write_text(_CASE.join(f"{program}{_WRITTEN}{written(program)}" for program in programs), "utf-8")


if __name__ == "__main__":
    for each in sorted(TABLES.glob("*.txt")):
        write(each, [program for program, _ in read(each)])
