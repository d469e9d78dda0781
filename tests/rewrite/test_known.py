"""Literals that come by way of an attribute or a parameter: taken where nothing else can be in it."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import fix_text

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n\n\n"
OF_CLASS = """class Store:
    _FIELDS = ["id"]

    def find(self):
        return len(client.query.get("A", ["t"]).with_additional(self._FIELDS).do()["data"]["Get"]["A"])
"""
GIVEN = """def _find(fields):
    return len(client.query.get("A", ["t"]).with_additional(fields).do()["data"]["Get"]["A"])


print(_find(["id"]))
"""


def is_taken(program: str) -> bool:
    return "client.query" not in fix_text(HEAD + program)


def test_a_literal_is_taken() -> None:
    assert is_taken(OF_CLASS)
    assert is_taken(GIVEN)
    assert is_taken(GIVEN + "print(_find(fields=['id']))\n")


@pytest.mark.parametrize(
    "program",
    [
        OF_CLASS + '\n\nStore._FIELDS = ["vector"]\n',
        OF_CLASS + '\n    def more(self):\n        self._FIELDS.append("vector")\n',
        OF_CLASS + '\n    def more(self):\n        fields = self._FIELDS\n        fields.append("vector")\n',
        OF_CLASS + "\n    def more(self):\n        extend(self._FIELDS)\n",
        OF_CLASS + '\n    def more(self):\n        self._FIELDS[0] = "vector"\n',
        OF_CLASS + '\n    def more(self):\n        self._FIELDS += ["vector"]\n',
        OF_CLASS + '\n\nclass Other(Store):\n    _FIELDS = ["vector"]\n',
        OF_CLASS.replace('["id"]', '["id"] if x else ["vector"]'),
        OF_CLASS.replace("_FIELDS", "FIELDS"),
        GIVEN + "print(_find(['vector']))\n",
        GIVEN + "print(_find(x))\n",
        GIVEN + "print(list(map(_find, x)))\n",
        GIVEN.replace("    return", '    fields.append("vector")\n    return'),
        GIVEN.replace("    return", "    fields = fields or x\n    return"),
        GIVEN.replace("_find", "find"),
    ],
)
def test_what_may_be_something_else_is_not_taken_by_a_safe_fix(program: str) -> None:
    assert not is_taken(program)
