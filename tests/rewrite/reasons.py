"""Small programs and what the fixer tells of them: what it left and why, and why a fix is not safe.

``python tests/rewrite/reasons.py`` takes what it tells today for right: read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, parsed

TABLES = Path(__file__).parent / "reasons"
_TITLE = re.compile(r"^## (.+)\n", re.MULTILINE)


def told(program: str) -> list[str]:
    """What a user reads: ``-> line: why`` of each use that is left, ``-> unsafe: why`` of each doubt."""
    fixed = fix(Checker(), parsed(program))
    doubts = {why for each in fixed.unsafe.values() for why in each.doubts}
    lines = [f"-> {line}: {why}" for line, why in sorted({(each.line, each.why) for each in fixed.left})]
    return [*lines, *(f"-> unsafe: {why}" for why in sorted(doubts)), *(f"-> fault: {why}" for why in fixed.faults)]


def read(table: Path) -> list[tuple[str, str, list[str]]]:
    """The cases of a table: title, program, and what is told."""
    parts = _TITLE.split(table.read_text("utf-8"))[1:]
    cases = []
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        lines = text.strip().splitlines()
        program = [line for line in lines if not line.startswith("-> ")]
        cases.append((title, "\n".join(program) + "\n", lines[len(program) :]))
    return cases


def write(table: Path, cases: list[tuple[str, str, list[str]]]) -> None:
    """Write a table; the cases come in the order of their titles."""
    texts = [f"## {title}\n{program}" + "".join(f"{line}\n" for line in lines) for title, program, lines in sorted(cases)]
    table.write_text("\n".join(texts), "utf-8")


if __name__ == "__main__":
    for each in sorted(TABLES.glob("*.txt")):
        write(each, [(title, program, told(program)) for title, program, _ in read(each)])
