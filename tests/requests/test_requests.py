"""Each program of programs/ and its rewrite ask the server for the same and print the same; the fixer writes the rewrite."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest
from harness import environments, lab
from harness.comparison import diff, differences
from harness.programs import Pair, find

PAIRS = find()


@pytest.fixture(scope="session")
def clients() -> None:
    """Both environments, or a skip that says why there are none."""
    try:
        for client in lab.CLIENTS:
            environments.python(client)
    except environments.Unreachable as error:
        pytest.skip(f"{error}: requests are NOT compared")


@pytest.fixture(scope="session")
def fix_text() -> Callable[..., str]:
    """The fixer."""
    try:
        found: Callable[..., str] = importlib.import_module("flake8_weaviate_v4.rewrite").fix_text
    except ModuleNotFoundError as error:
        if error.name != "flake8_weaviate_v4.rewrite":
            raise
        pytest.skip("there is no flake8_weaviate_v4.rewrite yet: rewrites are NOT checked")
    return found


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_fix_writes_the_rewrite(pair: Pair, fix_text: Callable[..., str]) -> None:
    v3, v4 = pair.texts
    fixed = fix_text(v3, unsafe=pair.unsafe)
    if fixed != v4:
        pytest.fail(f"{pair} is fixed to something else (- expected, + fixed):\n{diff(v4, fixed)}", pytrace=False)
    assert fix_text(fixed, unsafe=pair.unsafe) == fixed, "a second fix changes something"


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_rewrite_asks_for_the_same(pair: Pair, clients: None) -> None:
    if found := differences(*lab.run_both(*pair.texts, str(pair)), raises=pair.raises):
        hint = f"to see both sides: python -m tests.requests {pair.v3}"
        pytest.fail("\n\n".join([str(pair), *found, hint]), pytrace=False)


def test_each_program_has_its_rewrite() -> None:
    assert [str(pair) for pair in PAIRS if not pair.v4.exists()] == []
    assert len(list(PAIRS[0].v3.parent.parent.rglob("*.py"))) == 2 * len(PAIRS)


def test_both_halves_have_the_same_marks() -> None:
    assert [str(pair) for pair in PAIRS if pair.marks[0] != pair.marks[1]] == []
