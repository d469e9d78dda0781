"""Every public v3 symbol that v4 does not have as it was belongs to a rule."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4 import registry, surface
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.first_look import can_hold_v3
from flake8_weaviate_v4.source import Source

RULES = registry.load()
V3 = surface.load("v3")


def test_no_symbol_is_without_a_rule() -> None:
    ruled = RULES.by_symbol.keys() | RULES.parameters.keys()
    changed = [path for path, symbol in V3.symbols.items() if symbol["v4"] != "same"]
    assert len(changed) > 280
    assert [path for path in changed if path not in ruled] == []


@pytest.mark.parametrize(
    "parameter",
    [p["name"] for p in V3.symbols["weaviate.Client"]["params"]],
)
def test_every_argument_of_the_client_is_spoken_of(parameter: str) -> None:
    text = f"import weaviate\nclient = weaviate.Client({parameter}=given)\n"
    found = Checker().check(Source.parse(text))
    assert [f.line for f in found] == [2, 2]
    assert parameter in found[1].message or "$" not in found[1].message
    assert found[1].column == text.splitlines()[1].index(parameter)


def test_files_of_every_rule_pass_the_first_look() -> None:
    """The substring search that spares other files must not lose what a rule would find."""
    lost = [
        rule.code for rule in RULES.rules.values() for example in rule.examples
        if not rule.code.startswith("WV0") and not can_hold_v3(example["v3"]) and not any(word in example["v3"] for word in ("airflow", "docarray"))
    ]  # fmt: skip
    assert lost == []
