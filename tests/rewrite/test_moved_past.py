"""A builder reads what it is given where its link stands, a v4 call where it is sent: what may change in between."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import fix_text

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\nv = [0.5]\n"
LINK = 'query = client.query.get("A", ["t"]).with_near_vector({"vector": v})\n'
SENT = 'print(len(query.do()["data"]["Get"]["A"]))\n'


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("w = v\n", "w[0] = 1.5\n"),
        ("w = v\n", "w.append(1.5)\n"),
        ("", "scale(v)\n"),
        ("def scale():\n    v[0] = 1.5\n\n\n", "scale()\n"),
    ],
)
def test_an_object_that_may_be_changed_in_between_is_doubted(before: str, between: str) -> None:
    text = HEAD + before + LINK + between + SENT
    assert fix_text(text) == text
    assert "near_vector=v" in fix_text(text, unsafe=True)


@pytest.mark.parametrize(
    ("before", "between"),
    [("w = v\n", "print(w)\n"), ("w = list(v)\n", "w[0] = 1.5\n"), ("", "print(len(v))\n"), ("def scale():\n    v[0] = 1.5\n\n\n", "")],
)
def test_one_that_is_only_read_is_not(before: str, between: str) -> None:
    assert "near_vector=v" in fix_text(HEAD + before + LINK + between + SENT)


def test_a_property_that_does_something_is_read_where_it_was() -> None:
    box = "class Box:\n    @property\n    def n(self):\n        self.m += 1\n        return self.m\n\n\n"
    text = HEAD + box + 'query = client.query.get("A", ["t"]).with_limit(box.n)\nprint(box.n)\n' + SENT
    assert "limit = box.n\nprint(box.n)\n" in fix_text(text)


MADE = 'box = make()\nwhere = {"path": ["k"], "operator": "ContainsAny", "valueText": box.tags}\n'


@pytest.mark.parametrize(
    "between", ["box.turn()\n", "other = box\nother.tags.append('x')\n", "tags = box.tags\ntags.append('x')\n", "box.tags.append('x')\n"]
)
def test_a_list_in_a_filter_is_read_where_the_query_is_given_it(between: str) -> None:
    text = HEAD + MADE + between + 'print(len(client.query.get("A", ["t"]).with_where(where).do()["data"]["Get"]["A"]))\n'
    assert fix_text(text) == text
    assert "contains_any(box.tags)" in fix_text(text, unsafe=True)
    assert "contains_any(box.tags)" in fix_text(text.replace(between, ""))


def test_what_a_literal_reads_is_read_where_its_link_stands() -> None:
    near = 'near = {"vector": [v[0], 1.5]}\n'
    sent = 'query = client.query.get("A", ["t"])\nquery = query.with_near_vector(near)\nscale(v)\n'
    fixed = fix_text(HEAD + near + sent + SENT)
    assert "near_vector = [v[0], 1.5]\nscale(v)\n" in fixed
    assert "near_vector=near_vector" in fixed
