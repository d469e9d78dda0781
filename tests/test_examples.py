"""Every rule's own examples, through the engine: what it must flag and what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.cli import main
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.registry import Rule
from flake8_weaviate_v4.source import Source

RULES = registry.load().rules
ENGINE = [rule for code, rule in RULES.items() if not code.startswith("WV0")]  # WV0 speaks in the command: tests/cli
CHECKER = Checker(Options(deprecations=True, unclosed=True))


def codes(text: str) -> list[str]:
    return [finding.code for finding in CHECKER.check(Source.parse(text))]


def examples(key: str) -> list[object]:
    return [
        pytest.param(rule, example[key], id=f"{rule.code}-{number}")
        for rule in ENGINE
        for number, example in enumerate(rule.examples)
    ]


@pytest.mark.parametrize(("rule", "text"), examples("v3"))
def test_v3_example_is_flagged(rule: Rule, text: str) -> None:
    assert rule.code in codes(text)


@pytest.mark.parametrize(("rule", "text"), examples("v4"))
def test_v4_example_is_free_of_v3(rule: Rule, text: str) -> None:
    """Nothing that must change is left in what the rule recommends, and the rule itself is satisfied."""
    left = [code for code in codes(text) if code < "WV9" and RULES[code].optional != "unclosed"]
    assert left == []
    assert rule.code not in codes(text)


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(r, t, id=f"{r.code}-{n}") for r in ENGINE for n, t in enumerate(r.clean)]
)
def test_look_alike_is_not_flagged(rule: Rule, text: str) -> None:
    assert rule.code not in codes(text)


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.optional], ids=lambda r: r.code)
def test_optional_rule_is_silent_by_default(rule: Rule) -> None:
    plain = Checker()
    for example in rule.examples:
        assert rule.code not in [f.code for f in plain.check(Source.parse(example["v3"]))]


def test_the_application_after_a_fix(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``examples/fixed.diff`` is what ``fix --unsafe-fixes --diff examples`` prints in the checkout."""
    root = Path(__file__).parents[1]
    monkeypatch.chdir(root)
    assert main(["fix", "--unsafe-fixes", "--diff", "examples"]) == 1
    assert capsys.readouterr().out == (root / "examples" / "fixed.diff").read_text("utf-8")
