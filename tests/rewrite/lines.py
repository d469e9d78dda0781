"""Single statements of v3 and what the fixer writes for them.

``python tests/rewrite/lines.py`` takes what it writes today for right: read the diff.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, parsed

TABLES = Path(__file__).parent / "lines"
_HEAD = "import weaviate\nclient = weaviate.connect_to_local()\n"


def written(program: str) -> str:
    """The statements that unsafe fixes make of those of a program, one a line, and the doubts; else why they are left."""
    source = parsed(_HEAD + program)
    safe, bold = fix(Checker(), source), fix(Checker(), source, unsafe=True)
    made = ast.parse(bold.text).body
    start = next(place for place, node in enumerate(made) if isinstance(node, ast.Assign)) + 1  # behind imports and client
    lines = [] if bold.text == source.text else [re.sub(r"\n(?=\n)", "", ast.unparse(node)) for node in made[start:]]
    lines += [f"doubt: {why}" for why in sorted({why for each in safe.unsafe.values() for why in each.doubts})]
    return "\n".join(lines + [f"left: {why}" for why in sorted({each.why for each in bold.left})])


def meaning(text: str) -> tuple[str, list[str]]:
    """What ``written`` gives without the quotes and parentheses of this Python's ``ast.unparse``: the tree, and doubts and reasons."""
    lines = text.split("\n")
    notes = [line for line in lines if line.startswith(("doubt: ", "left: "))]
    return ast.dump(ast.parse("\n".join(line for line in lines if line not in notes))), notes


def read(table: Path) -> list[tuple[str, str]]:
    """The cases of a table, which blank lines separate: the program, and behind a line ``=>`` what is written."""
    cases = [case.partition("\n=>\n") for case in table.read_text("utf-8").strip().split("\n\n")]
    return [(program, expected) for program, _, expected in cases]


def write(table: Path, programs: list[str]) -> None:
    """Write a table of these programs."""
    table.write_text("\n\n".join(f"{program}\n=>\n{written(program)}" for program in programs) + "\n", "utf-8")


if __name__ == "__main__":
    for each in sorted(TABLES.glob("*.txt")):
        write(each, [program for program, _ in read(each)])
