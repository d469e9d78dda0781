"""Every setting, filter, argument and key of a result by itself: what stands for it in v4, or why it is left.

What programs that hold them send and print is compared in tests/requests.
"""

from __future__ import annotations

import pytest
from lines import TABLES, meaning, read, written

CASES = [
    pytest.param(program, expected, id=f"{table.stem}: {program}")
    for table in sorted(TABLES.glob("*.txt"))
    for program, expected in read(table)
]


@pytest.mark.parametrize(("program", "expected"), CASES)
def test_lines(program: str, expected: str) -> None:
    assert meaning(written(program)) == meaning(expected)
