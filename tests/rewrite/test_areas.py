"""Each rewrite is found by its symbol alone, whatever was imported before."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.rewrite import areas
from flake8_weaviate_v4.rewrite.site import REWRITES

REGISTERED = """
import json, sys
from flake8_weaviate_v4.rewrite import areas, plan
from flake8_weaviate_v4.rewrite.site import REWRITES
areas.load(sys.argv[1])
print(json.dumps(list(REWRITES)))
"""


@pytest.fixture(scope="module")
def registered() -> dict[str, list[str]]:
    """Module -> the symbols that have a rewrite once it is imported, and nothing before it."""
    started = {
        module: subprocess.Popen([sys.executable, "-c", REGISTERED, module], stdout=subprocess.PIPE, text=True) for module in areas.AREAS
    }
    return {module: json.loads(process.communicate()[0]) for module, process in started.items()}


def test_symbols_lead_to_their_rewrites(registered: dict[str, list[str]]) -> None:
    lost = [
        symbol for symbol in {each for symbols in registered.values() for each in symbols}
        if not any(symbol.startswith(starts) and symbol in registered[module] for module, starts in areas.AREAS.items())
    ]  # fmt: skip
    assert lost == []
    areas.load()
    assert set(REWRITES) == {each for symbols in registered.values() for each in symbols}


def test_areas_claim_symbols_that_rules_know() -> None:
    symbols = [*registry.load().by_symbol, *REWRITES]
    assert [start for starts in areas.AREAS.values() for start in starts if not any(each.startswith(start) for each in symbols)] == []


def test_what_v4_has_not_is_refused_and_what_no_rule_knows_is_nobodys() -> None:
    assert areas.rewrite_of("weaviate.classification.Classification.schedule") is not None
    assert areas.rewrite_of("weaviate.Client.is_ready") is None
    assert areas.rewrite_of("weaviate.no_such.Name") is None
