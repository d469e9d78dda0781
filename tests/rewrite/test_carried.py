"""Results that go through private functions: as v4 objects where all that read them can be seen, else in their v3 shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n\n\n"
FOUND = 'def _found(n):\n    return client.query.get("A", ["t"]).with_limit(n).do()\n\n\n'
GIVEN = 'def _told(r):\n    print(r["data"]["Get"]["A"][0]["t"])\n\n\n'
READ = 'print(_found(1)["data"]["Get"]["A"][0]["t"])\n'
TELL = '_told(client.query.get("A", ["t"]).do())\n'


def is_carried(program: str) -> bool:
    """Whether nothing builds the v3 shape anew; that the fix is safe is asserted."""
    fixed = fix_text(HEAD + program)
    assert "client.query" not in fixed
    return '"data"' not in fixed


def test_an_object_goes_through_functions() -> None:
    assert is_carried(FOUND + READ + READ)
    assert is_carried(GIVEN + TELL)
    assert is_carried(FOUND + GIVEN + "_told(_found(2))\n")


@pytest.mark.parametrize(
    "program",
    [
        FOUND.replace("(n):", "(n) -> dict:") + READ,
        FOUND.replace("_found", "found") + READ.replace("_found", "found"),
        "@cache\n" + FOUND + READ,
        FOUND + READ + "store(_found(1))\n",
        FOUND + READ + "x = list(map(_found, [1]))\n",
        FOUND + 'x = _found(1)\nx["data"]["Get"]["A"].append(1)\n',
        FOUND.replace("    return", "    if n:\n        return {}\n    return") + READ,
        FOUND + 'x = _found(1) if y else {"data": {"Get": {"A": []}}}\nprint(x["data"]["Get"]["A"])\n',
        GIVEN + TELL + "_told(x)\n",
        GIVEN.replace("(r)", "(r: dict)") + TELL,
        GIVEN.replace("    print", "    r = dict(r)\n    print") + TELL,
        GIVEN.replace("    print", "    r |= x\n    print") + TELL,
        GIVEN.replace("_told", "told") + TELL.replace("_told", "told"),
        GIVEN.replace("print(r", "return lambda: print(r") + TELL,
        GIVEN.replace("(r)", "(**r)") + TELL.replace("_told(", "_told(**"),
    ],
)  # fmt: skip
def test_a_result_that_leaves_keeps_its_v3_shape(program: str) -> None:
    assert not is_carried(program)


def test_a_name_of_one_function_is_not_taken_for_that_of_another() -> None:
    """Which collection is read can't be seen where its name is a parameter."""
    named = FOUND.replace("(n):", "(name, n):").replace('"A"', "name")
    fixed = fix_text(HEAD + named + 'for name in x:\n    print(_found("A", 2)["data"]["Get"][name])\n', unsafe=True)
    assert "name: [" in fixed


def test_a_function_that_another_file_uses_keeps_its_v3_shape(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "other.py").write_text("import makes\n\nmakes._found(1)\n")
    file = tmp_path / "makes.py"
    file.write_text(text := HEAD + FOUND + READ)
    assert '"data"' in fix(Checker(), parsed(text, str(file), file)).text
