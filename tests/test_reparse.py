"""A tree of which one statement was parsed anew is the tree of the whole text."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from flake8_weaviate_v4.lines import lines_of
from flake8_weaviate_v4.reparse import Reparser

PROGRAMS = sorted((Path(__file__).parent / "requests" / "programs").rglob("*.v3.py"))
ODD = """import weaviate; x = 1
@decorated(
    1)
class A:
    def f(self):
        '''one
        two'''
        return 1 if x else (
            2)
# a comment
if x:
    y = 1
else:
    y = \\
        2
z = [
    1, 2]
"""


def same(reparser: Reparser, text: str) -> None:
    """Both trees, or both errors."""
    try:
        wanted = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        with pytest.raises(type(error)):
            reparser.parse(text)
        return
    assert ast.dump(reparser.parse(text), include_attributes=True) == ast.dump(wanted, include_attributes=True)


@pytest.mark.filterwarnings("ignore:invalid")  # what is typed makes odd escapes
@pytest.mark.parametrize("path", [*random.Random(3).sample(PROGRAMS, 40), None], ids=lambda p: p.stem if p else "odd")
def test_letters_typed_and_taken_away(path: Path | None) -> None:
    chance = random.Random(7)
    text = path.read_text("utf-8") if path else ODD
    reparser = Reparser()
    same(reparser, text)
    for _ in range(60 if path else 600):
        at = chance.randrange(len(text))
        typed = chance.choice(["a", " ", "(", ")", "'", '"', "#", "\\", ";", ":", "\n", "=", "\t", ""])
        changed = text[:at] + typed + text[at + chance.randrange(2) :]
        same(reparser, changed)
        if chance.random() < 0.7:
            same(reparser, text)  # and back
        else:
            try:
                ast.parse(changed)
            except (SyntaxError, ValueError):
                continue
            text = changed


def test_only_the_changed_statement_is_new() -> None:
    reparser = Reparser()
    before = reparser.parse("a = 1\nb = 2\nc = 3\n")
    after = reparser.parse("a = 1\nb = 22\nc = 3\n")
    assert [one is other for one, other in zip(before.body, after.body, strict=True)] == [True, False, True]
    assert lines_of("a = 1\nb = 22\n")[1] == "b = 22\n"
