"""Queries that are built under conditions: what is not rewritten, and why."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n\n\ndef f(a, b):\n"
BEGIN = '    q = client.query.get("A", ["t"])\n'
NEAR = '        q = q.with_near_text({"concepts": [a]})\n'
SEND = '    return [hit["t"] for hit in q.do()["data"]["Get"]["A"]]\n'
WHERE = '{"path": ["n"], "operator": "Equal", "valueInt": 1}'


def left(body: str) -> set[str]:
    """Why uses in a function are left, with unsafe fixes."""
    fixed = fix(Checker(), parsed(HEAD + body), unsafe=True)
    assert fixed.text == HEAD + body
    return {each.why for each in fixed.left}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (BEGIN + f"    if a:\n{NEAR}    if b:\n{NEAR}" + SEND, "more than one condition chooses what is searched for"),
        (BEGIN + f"    if a:\n{NEAR}        print(a)\n" + SEND, "the search is chosen by a condition that does more than that"),
        (BEGIN + f"    if a:\n{NEAR}    # later\n    a = b\n" + SEND, "the search is chosen by a condition that does more than that"),
        (BEGIN + f'    if a:\n{NEAR}        q = q.with_additional(["distance"])\n' + SEND, "what the query asks for depends on a condition"),
        (BEGIN + f'    if a:\n{NEAR}    return b and q.do()["data"]["Get"]["A"]\n',
         "the search is chosen by a condition, and sent in the midst of a statement"),
        (BEGIN + f"    for a in b:\n{NEAR}" + SEND, "what is searched for is chosen in a loop"),
        (BEGIN + f'    if a:\n{NEAR.replace("[a]", "[b()]")}    a = print(a)\n' + SEND, "the search is chosen by a condition that does more than that"),
        (BEGIN + f'    if a:\n{NEAR.replace("[a]", "[b()]")}    print(a)\n' + SEND, "a search in a branch that can't be moved"),
    ],
)  # fmt: skip
def test_left(body: str, why: str) -> None:
    assert why in left(body)


def test_an_argument_is_bound_whatever_branch_is_taken() -> None:
    """``filters = None`` stands before the branch only where a way through it binds nothing."""
    arms = f'    if a:\n        q = q.with_where({WHERE})\n    elif b:\n        raise ValueError\n'
    assert "filters = None" in fix_text(HEAD + BEGIN + arms + SEND)
    assert "filters = None" not in fix_text(HEAD + BEGIN + arms + f"    else:\n        q = q.with_where({WHERE})\n" + SEND)


def test_an_argument_that_may_be_none_needs_no_branch() -> None:
    fixed = fix_text(HEAD + BEGIN + "    if a is not None:\n        q = q.with_limit(a)\n" + SEND)
    assert "limit=a" in fixed
    assert "if a" not in fixed


def test_a_number_that_may_be_zero_does() -> None:
    fixed = fix_text(HEAD + BEGIN + "    if a:\n        q = q.with_limit(a)\n" + SEND)
    assert "    if a:\n        limit = a\n" in fixed


@pytest.mark.parametrize(("test", "between"), [("a", "a.clear()"), ("a.on", "b()"), ("ON", "b()"), ("a[0]", "b()")])
def test_a_test_that_may_find_something_else_later_stays_where_it_is(test: str, between: str) -> None:
    body = BEGIN + f"    if {test}:\n{NEAR.replace('[a]', '[1]')}    {between}\n" + SEND
    assert "the search is chosen by a condition that does more than that" in left(body)
    settled = BEGIN + f"    if a:\n{NEAR.replace('[a]', '[1]')}    b()\n" + SEND
    assert "near_text(" in fix_text(HEAD + settled)


def test_what_a_query_is_begun_with_is_evaluated_later_by_an_unsafe_fix() -> None:
    begun = BEGIN.replace('"A"', "a()")
    doubts = {why for each in fix(Checker(), parsed(HEAD + begun + "    b()\n    return q.do()\n")).unsafe.values() for why in each.doubts}
    assert "what the query is begun with is evaluated where it is sent" in doubts
    doubts = {why for each in fix(Checker(), parsed(HEAD + begun + "    return q.do()\n")).unsafe.values() for why in each.doubts}
    assert "what the query is begun with is evaluated where it is sent" not in doubts
