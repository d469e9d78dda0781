"""What a rule says of its fixes is true of its own examples."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.registry import Rule
from flake8_weaviate_v4.rewrite.fix import fix, parsed

OPTIONS = Options(deprecations=True, unclosed=True)
RULES = [rule for code, rule in registry.load().rules.items() if not code.startswith("WV0")]


def fixed_examples(rule: Rule) -> list[bool]:
    """Of each v3 example of the rule whether the fixes leave none of its findings."""
    found = []
    for example in rule.examples:
        result = fix(Checker(OPTIONS), parsed(example["v3"]), unsafe=True)
        assert any(f.code == rule.code for f in result.before), f"{rule.code} is not found in its example"
        found.append(all(f.code != rule.code for f in result.after))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_fixable(rule: Rule) -> None:
    fixed = fixed_examples(rule)
    told = {"always": all(fixed), "sometimes": True, "never": not any(fixed)}
    assert told[rule.fixable], f"{rule.code} is `fixable: {rule.fixable}`, and of its examples are fixed: {fixed}"


def test_examples_after_a_fix_are_stable() -> None:
    """A second run over what a fix wrote changes nothing."""
    for rule in RULES:
        for example in rule.examples:
            text = fix(Checker(OPTIONS), parsed(example["v3"]), unsafe=True).text
            assert fix(Checker(OPTIONS), parsed(text), unsafe=True).text == text, rule.code


def test_v4_examples_are_left_alone() -> None:
    """v4 code is no work for the fixer."""
    for rule in RULES:
        for example in (*(e["v4"] for e in rule.examples), *rule.clean):
            try:
                result = fix(Checker(), parsed(example), unsafe=True)
            except SyntaxError:
                continue
            assert result.before or result.text == example, rule.code
