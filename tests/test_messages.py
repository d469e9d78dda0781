"""What a finding says: the user's own receiver and names, one line, and names that the target version has."""

from __future__ import annotations

import re

import pytest

from flake8_weaviate_v4 import registry, surface
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.messages import for_target
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.source import Source

HEAD = "import weaviate\nclient = weaviate.Client('http://localhost:8080')\n"


def messages(text: str, target: tuple[int, int] = (4, 24)) -> list[str]:
    found = Checker(Options(target=target)).check(Source.parse(HEAD + text))
    return [f.message for f in found if f.line > 2]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('client.schema.delete_class("Article")', '`client.collections.delete("Article")`'),
        ('class A:\n    def __init__(self): self.db = client\n    def f(self): self.db.schema.delete_class("B")', '`self.db.collections.delete("B")`'),
        ("schema = client.schema\nschema.delete_class(name)", "`client.collections.delete(name)`"),
        ('client.query.get("A", ["t"]).with_near_text({}).do()', 'client.collections.use("A").query.near_text('),
        ('client.query.get("A", ["t"]).with_bm25("x").with_limit(1).do()', 'client.collections.use("A").query.bm25('),
        ('client.query.get("A", ["t"]).with_hybrid("x", alpha=1).with_generate("p").do()', 'client.collections.use("A").generate.hybrid('),
        ('client.query.get("A", ["t"]).do()', 'client.collections.use("A").query.fetch_objects('),
        ('client.query.aggregate("A").with_near_object({}).do()', 'client.collections.use("A").aggregate.near_object('),
        ('client.query.aggregate("A").with_meta_count().do()', 'client.collections.use("A").aggregate.over_all('),
        ("with client.batch as b:\n    pass", "`with client.batch.dynamic() as batch:`"),
    ],
)  # fmt: skip
def test_message_speaks_of_the_code(code: str, said: str) -> None:
    assert any(said in message for message in messages(code)), messages(code)


def test_long_code_is_shortened_to_fit_a_line() -> None:
    receiver = "self.application.state.services.vector_database.weaviate_client_for_articles_of_the_archive"
    text = f"{receiver} = client\n{receiver}.schema.delete_class('{'A' * 90}')\n{receiver}.data_object.create({{}}, '{'B' * 120}')"
    found = messages(text)
    assert len(found) == 2
    assert all(len(message) <= 160 and "\n" not in message for message in found)
    assert "collections.delete(" in found[0]


def test_target_names_what_that_version_has() -> None:
    text = 'client.query.get("A", ["t"]).do()'
    assert 'collections.use("A")' in messages(text, (4, 16))[0]
    assert 'collections.get("A")' in messages(text, (4, 9))[0]


# Words in hints that are no names of the v4 client (dictionaries' methods, other libraries, v3's own), and what
# 4.4 had in classes that were renamed since (its batch, its timeouts).
_OTHER_WORDS = frozenset({"values", "db", "string", "https", "insert", "node_name", "add_object", "from_collection"})


@pytest.mark.parametrize("target", [(4, 4), (4, 9), (4, 10), (4, 16)])
def test_hints_name_only_what_the_target_has(target: tuple[int, int]) -> None:
    v4, v3 = surface.load("v4"), {path.rpartition(".")[2] for path in surface.load("v3").symbols}
    first: dict[str, tuple[int, int]] = {}

    def note(name: str, since: str) -> None:
        first[name] = min(first.get(name, (9, 9)), registry.version(since))

    for path, symbol in v4.symbols.items():
        note(path.rpartition(".")[2], symbol["since"])
        for parameter in symbol.get("params", ()):
            note(f"{parameter['name']}=", parameter.get("since", symbol["since"]))

    wrong = []
    for rule in registry.load().rules.values():
        if rule.optional:
            continue
        hint = for_target(rule, target)
        names = {name for name in re.findall(r"[.`](\w+)(?!\w|=)", hint) if name not in v3}
        names |= {f"{name}=" for name in re.findall(r"(\w+)=", hint)}
        wrong += [(rule.code, n) for n in names if first.get(n, (0, 0)) > target and n.strip("=") not in _OTHER_WORDS]
    assert wrong == []
