"""Comments stay beside what they were written for, and lines are as long as those of the file."""

from __future__ import annotations

import pytest
from layout import TABLES, read, written

CASES = [
    pytest.param(program, expected, id=f"{table.stem}: {program}") for table in sorted(TABLES.glob("*.txt")) for program, expected in read(table)
]


@pytest.mark.parametrize(("program", "expected"), CASES)
def test_layout(program: str, expected: str) -> None:
    assert written(program) == expected


@pytest.mark.parametrize(("program", "expected"), CASES)
def test_line_ends_stay(program: str, expected: str) -> None:
    old = program.replace("\n", "\r\n")
    assert written(old) == expected.replace("\n", "\r\n")
