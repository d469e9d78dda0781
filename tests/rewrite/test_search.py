"""What a query asks for: property names and dictionaries that come from elsewhere."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import fix_text

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n"
TITLES = 'print(len(client.query.get("A", {}).do()["data"]["Get"]["A"]))\n'


@pytest.mark.parametrize(
    ("before", "properties"),
    [
        ("def ask(name):\n    ", '["t", name]'),
        ("import sys\nname = sys.argv[1]\n", '["t", name]'),
        ('name = "n"\ndef change():\n    global name\n    name = "r { ... on A { t } }"\nchange()\n', '["t", name]'),
        ('name = "n" if flag else "_additional { id }"\n', '["t", name]'),
        ("", '["t", settings.name]'),
        ("", '["t", names[0]]'),
    ],
)
def test_a_name_that_may_be_graphql_is_doubted(before: str, properties: str) -> None:
    text = HEAD + before + TITLES.format(properties)
    assert fix_text(text) == text
    assert f"return_properties={properties}" in fix_text(text, unsafe=True)


@pytest.mark.parametrize("before", ['name = "n"\n', 'name = "n"\nif flag:\n    name = "m"\n', 'for name in ("n", "m"):\n    '])
def test_a_name_that_can_be_seen_is_not(before: str) -> None:
    assert "fetch_objects" in fix_text(HEAD + before + TITLES.format('["t", name]'))


NEAR = 'near = {"concepts": ["x"]}\n'
SENT = 'print(len(client.query.get("A", ["t"]).with_near_text(near).do()["data"]["Get"]["A"]))\n'


def test_a_dictionary_is_read_for_the_keys_that_it_may_hold() -> None:
    fixed = fix_text(HEAD + NEAR + 'if flag:\n    near["certainty"] = 0.5\n' + SENT)
    assert 'near_text(\n    query=near["concepts"], certainty=near.get("certainty"), return_properties' in fixed


def test_a_key_without_a_place_is_no_fix() -> None:
    text = HEAD + NEAR + 'near["moveTo"] = move\n' + SENT
    assert fix_text(text, unsafe=True) == text


@pytest.mark.parametrize("more", ["near[key] = 0.5\n", "near.update(more)\n", "change(near)\n", "other = near\n", "print(near)\n"])
def test_what_can_not_be_seen_is_doubted(more: str) -> None:
    text = HEAD + NEAR + 'near["certainty"] = 0.5\n' + more + SENT
    assert fix_text(text) == text
    assert 'near.get("distance")' in fix_text(text, unsafe=True)
