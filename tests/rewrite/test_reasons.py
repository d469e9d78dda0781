"""Why the fixer leaves a use, and why a fix is not safe, is told in these words. Each case is named by the one it is for."""

from __future__ import annotations

import pytest
from reasons import TABLES, read, told

CASES = [
    pytest.param(title, program, lines, id=f"{table.stem}: {title}")
    for table in sorted(TABLES.glob("*.txt"))
    for title, program, lines in read(table)
]


@pytest.mark.parametrize(("title", "program", "lines"), CASES)
def test_what_is_told(title: str, program: str, lines: list[str]) -> None:
    assert told(program) == lines
    assert title in {line.partition(": ")[2] for line in lines}


def test_a_file_with_old_line_ends_is_left() -> None:
    text = 'import weaviate\r\nclient = weaviate.connect_to_local()\r\nx = 1\ry = 2\r\nclient.schema.delete_class("A")\r\n'
    assert told(text) == ["-> 5: a line of the file ends in a lone carriage return"]
