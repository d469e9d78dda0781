"""What keeps a fault of a rewrite from reaching a file."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import Broken, areas, fix_text
from flake8_weaviate_v4.rewrite.code import Code
from flake8_weaviate_v4.rewrite.site import REWRITES, Site

TEXT = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("A")\n'
SYMBOL = "weaviate.schema.Schema.delete_class"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("((", "would not parse"),
        ("nowhere.delete()", "would use `nowhere`, which nothing binds"),
        ('client.schema.delete_class("A" "A")', "do not come to rest"),
    ],
)
def test_broken_code_is_not_written(monkeypatch: pytest.MonkeyPatch, code: str, why: str) -> None:
    areas.load()
    written = iter(range(100))
    monkeypatch.setitem(REWRITES, SYMBOL, lambda site: code.replace('"A" "A"', f'"{next(written)}"'))
    with pytest.raises(Broken, match=why):
        fix_text(TEXT)


def test_a_fault_in_one_rewrite_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    areas.load()

    def fail(site: Site) -> Code:
        raise KeyError("oops")

    monkeypatch.setitem(REWRITES, SYMBOL, fail)
    assert fix_text(TEXT) == TEXT.replace('weaviate.Client("http://localhost:8080")', "weaviate.connect_to_local()")
