"""Each program of programs/ and its rewrite ask the server for the same and print the same; the fixer writes the rewrite."""

from __future__ import annotations

import ast
import difflib
import importlib
from collections.abc import Callable

import pytest
from harness import environments, lab
from harness.comparison import diff, differences
from harness.programs import Pair, find

from flake8_weaviate_v4 import check_source, surface

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
    assert vanished(v3, fixed) == [], "v3 code that stayed is not told of any more"


def vanished(before: str, after: str) -> list[str]:
    """The lines of statements that both texts have and in which a member of a client or its parts is told of in ``before`` alone.

    A name that is bound to the batch is right when what is asked of it is; and what a v4 ``with`` gives has ``flush`` too.
    """
    old, new = before.splitlines(), after.splitlines()
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    moved = {a + number + 1: b + number + 1 for a, b, size in blocks for number in range(size)}
    ends = {n.lineno: n.end_lineno or 0 for n in ast.walk(ast.parse(before)) if isinstance(n, ast.stmt)}
    told = {finding.line for finding in check_source(after)}
    symbols = surface.load("v3").symbols
    found = []
    for finding in check_source(before):
        asked = symbols.get(finding.symbol, {}).get("kind") in ("method", "attribute")
        gone = symbols.get(finding.symbol.rpartition(".")[0], {}).get("v4") == "gone"
        whole = all(line in moved for line in range(finding.line, ends.get(finding.line, finding.line) + 1))
        if asked and gone and whole and moved[finding.line] not in told and not finding.symbol.endswith(".flush"):
            found.append(f"{finding.line}: {old[finding.line - 1].strip()}")
    return found


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
