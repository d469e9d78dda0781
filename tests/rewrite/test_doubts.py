"""What v4 takes in silence where v3 raised, or sends as another type, is no safe fix."""

from __future__ import annotations

from flake8_weaviate_v4.rewrite import fix_text

HEAD = 'import weaviate\n\nclient = weaviate.connect_to_local()\n'


def test_a_missing_object_is_not_deleted_in_silence() -> None:
    """v3 raises for an id that does not exist, v4 returns False: with or without a ``try`` around it."""
    text = HEAD + 'client.data_object.delete("a0000000-0000-4000-8000-000000000001", class_name="A")\n'
    assert fix_text(text) == text
    assert '.data.delete_by_id("a0000000-0000-4000-8000-000000000001")' in fix_text(text, unsafe=True)


def test_a_quotient_is_no_integer() -> None:
    """v4 sends a float as a number, whatever v3 called it."""
    where = '{"path": ["n"], "operator": "Equal", "valueInt": n / 2}'
    text = HEAD + f'n = 4\nprint(client.query.get("A", ["t"]).with_where({where}).do())\n'
    assert fix_text(text, unsafe=True) == text
    assert ".equal(n // 2)" in fix_text(text.replace("n / 2", "n // 2"))
