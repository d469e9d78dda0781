"""What keeps a fault of a rewrite from reaching a file."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import Broken, Planner, areas, fix_text
from flake8_weaviate_v4.rewrite import fix as fixes
from flake8_weaviate_v4.rewrite.code import Code
from flake8_weaviate_v4.rewrite.edits import Edit
from flake8_weaviate_v4.rewrite.fix import fix, parsed, step
from flake8_weaviate_v4.rewrite.site import REWRITES, Site
from flake8_weaviate_v4.rewrite.unit import Unit

TEXT = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("A")\n'
SYMBOL = "weaviate.schema.Schema.delete_class"


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize("doubts", [[], ["it may be wrong"]])
@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("((", "the fixed code would not parse: "),
        ("nowhere.delete()", "the fixed code would use `nowhere`, which nothing binds)"),
        ('client.schema.delete_class("A" "A")', "the fixes do not come to rest)"),
    ],
)
def test_a_fix_that_would_break_the_file_is_not_made(
    monkeypatch: pytest.MonkeyPatch, code: str, why: str, doubts: list[str], quick: bool
) -> None:
    """The others are, those beside it of the same kind too."""
    areas.load()
    written = iter(range(10000))
    right = REWRITES[SYMBOL]

    def wrong(site: Site) -> Code | None:
        site.unit.doubts += doubts
        return right(site) if site.usage.line != 5 else code.replace('"A" "A"', f'"{next(written)}"')

    monkeypatch.setitem(REWRITES, SYMBOL, wrong)
    text = TEXT + 'client.schema.delete_class("B")\nclient.schema.delete_class("C")\n'
    if quick:
        planner = Planner(Checker(), parsed(text))
        assert {each.findings[0].line for each in step(planner, True, lambda source, fix: True, quick=True).fixes} >= {3, 4, 6}
        return
    done = fix(Checker(), parsed(text), unsafe=True)
    assert [told.startswith(f"{SYMBOL} in line 5 could not be fixed ({why}") for told in done.faults if "line 5" in told] == [True]
    made = 'weaviate.connect_to_local()\nclient.collections.delete("A")\n.\nclient.collections.delete("C")\n'
    if "rest" in why:  # none of the kind is made
        assert len(done.faults) == 3
        made = made.replace("collections.delete", "schema.delete_class")
    assert done.text == f"import weaviate\n\nclient = {made}".replace("\n.\n", '\nclient.schema.delete_class("B")\n')


def test_a_variable_that_is_read_before_it_is_bound_stays() -> None:
    """As in a notebook whose cells are run in another order."""
    text = 'import weaviate\n\nprint(data["A"])\nclient = weaviate.Client("http://localhost:8080")\nfound = client.query.get("A", ["b"]).do()\ndata = found["data"]["Get"]\n'
    done = fix(Checker(), parsed(text))
    assert (done.faults, [each.why for each in done.left if each.line == 5]) == ([], ["`data` is read where nothing else binds it"])
    assert done.text == text.replace('weaviate.Client("http://localhost:8080")', "weaviate.connect_to_local()")


def test_code_that_breaks_without_what_a_fix_was_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(planner: Planner, units: list[Unit]) -> tuple[str, list[Edit]]:
        return "((", []

    monkeypatch.setattr(Planner, "text_with", fail)
    assert fix_text(TEXT) == TEXT
    monkeypatch.setattr(fixes, "most", lambda units, fit: units)
    with pytest.raises(Broken, match="would not parse"):
        fix_text(TEXT)


def test_a_fault_when_a_fix_is_written_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Planner.edits

    def fail(planner: Planner, units: list[Unit]) -> list[Edit]:
        if any(unit.title == SYMBOL for unit in units):
            raise KeyError("oops")
        return right(planner, units)

    monkeypatch.setattr(Planner, "edits", fail)
    done = fix(Checker(), parsed(TEXT))
    assert done.faults == [f"{SYMBOL} in line 4 could not be fixed (KeyError: 'oops')"]
    assert done.text == TEXT.replace('weaviate.Client("http://localhost:8080")', "weaviate.connect_to_local()")


def test_a_fault_in_one_rewrite_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    areas.load()

    def fail(site: Site) -> Code:
        raise KeyError("oops")

    monkeypatch.setitem(REWRITES, SYMBOL, fail)
    assert fix_text(TEXT) == TEXT.replace('weaviate.Client("http://localhost:8080")', "weaviate.connect_to_local()")
