"""What becomes of results that other files read, and of questions whether a query failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
QUERY = 'r = client.query.get("Lecture", ["title"]).do()\n'

RESULT = """\
import weaviate

client = weaviate.Client("http://localhost:8080")
lectures = client.query.get("Lecture", ["title"]).do()["data"]["Get"]["Lecture"]
for lecture in lectures:
    print(lecture["title"])
"""


@pytest.mark.parametrize(
    ("importing", "stays"), [("from lectures import lectures\n", True), ("import lectures\n\nprint(lectures.lectures)\n", True), ("lectures = 1\n", False)]
)
def test_a_result_that_another_file_imports_keeps_its_shape(tmp_path: Path, importing: str, stays: bool) -> None:
    (tmp_path / "pyproject.toml").touch()
    file = tmp_path / "lectures.py"
    file.write_text(RESULT)
    (tmp_path / "page.py").write_text(importing)
    fixed = fix(Checker(), parsed(RESULT, "lectures.py", file)).text
    assert ('print(lecture["title"])' in fixed) == stays
    assert ("obj.properties" in fixed) == stays


def fixed(text: str, unsafe: bool = True) -> str:
    return fix_text(HEAD + QUERY + text, unsafe=unsafe)


@pytest.mark.parametrize(
    "text",
    [
        'if "data" in r:\n    print(r["data"]["Get"]["Lecture"])\n',
        'if "errors" in r:\n    raise SystemExit(1)\nprint(r["data"]["Get"]["Lecture"])\n',
        'if r.get("errors"):\n    raise SystemExit(1)\nprint(r["data"]["Get"]["Lecture"])\n',
        'found = r["data"]["Get"]["Lecture"] if "data" in r else []\nprint(len(found))\n',
    ],
)
def test_asking_whether_a_query_failed_makes_a_fix_unsafe(text: str) -> None:
    assert "client.query.get" in fixed(text, unsafe=False)
    assert "client.query.get" not in fixed(text)


@pytest.mark.parametrize(
    "text",
    [
        # what follows would be reached without a result
        'if "errors" in r:\n    print("failed")\nprint(len(r["data"]["Get"]["Lecture"]))\n',
        # away from the query
        'print("done")\nif "errors" in r:\n    raise SystemExit(1)\nprint(len(r["data"]["Get"]["Lecture"]))\n',
        'if "errors" in r:\n    raise SystemExit(1)\nelif client:\n    print(len(r["data"]["Get"]["Lecture"]))\n',
        # a list of errors is no text
        'if "errors" in r:\n    for e in r["errors"]:\n        print(e)\n    raise SystemExit(1)\nprint(len(r["data"]["Get"]["Lecture"]))\n',
        'if "errors" in r and client:\n    raise SystemExit(r["errors"])\nprint(len(r["data"]["Get"]["Lecture"]))\n',
        # another query would be caught
        'if "data" in r:\n    client.query.get("Room", ["name"]).do()\nelse:\n    print("failed")\n',
        'while "data" in r:\n    print(len(r["data"]["Get"]["Lecture"]))\n',
        'print("data" in r)\n',
        'print(client and "data" in r)\n',
        'if "errors" in r:\n    raise SystemExit(1)\nr["data"]["Get"]["Lecture"].append(1)\n',
    ],
)
def test_where_no_handler_can_be_written_the_old_shape_is_kept(text: str) -> None:
    new = fixed(text)
    assert "except" not in new
    assert '"Lecture"' in new.replace('use("Lecture")', "")  # the key of the old shape
    assert text.splitlines()[0] in new


def test_another_collection_is_looked_for() -> None:
    assert 'if "Room" in r["data"]["Get"]:' in fixed('if "Room" in r["data"]["Get"]:\n    print(r["data"]["Get"]["Lecture"])\n')


def test_the_name_of_a_collection_that_is_bound_anew() -> None:
    text = 'name = "Lecture"\nr = client.query.get(name, ["title"]).do()\nname = "Room"\nif name in r["data"]["Get"]:\n    print("there")\n'
    assert "if name in" in fix_text(HEAD + text, unsafe=True)


def test_an_operand_that_is_known_goes_and_the_others_stay() -> None:
    new = fixed('if client and "data" in r and (len(r["data"]["Get"]["Lecture"]) or client):\n    print("there")\n')
    assert "if client and (len(r.objects) or client):\n" in new


def test_comments_and_blank_lines_before_a_handler() -> None:
    new = fixed('\n# it may fail\nif "errors" in r:  # often\n    raise SystemExit(r["errors"])\nprint(len(r["data"]["Get"]["Lecture"]))\n')
    assert "\nexcept WeaviateQueryError as error:  # often\n    # it may fail\n    raise SystemExit(error.message)\n" in new


def test_a_name_that_is_taken() -> None:
    text = 'if "errors" in r:\n    raise SystemExit(r["errors"])\nprint(len(r["data"]["Get"]["Lecture"]), error)\n'
    new = fix_text(HEAD + "error = 1\n" + QUERY + text, unsafe=True)
    assert "except WeaviateQueryError as error_2:" in new
    assert "SystemExit(error_2.message)" in new


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ('found = r["data"]["Aggregate"]["Lecture"][0]\nprint(found["meta"]["count"])\n', True),
        ('found = r["data"]\nfor _ in (1, 2):\n    print([found["Aggregate"]["Lecture"][0]["meta"]["count"] for r in (1, 2)])\n', False),
        ('found = r["data"]["Aggregate"]["Lecture"][0]\nprint(found["meta"]["count"])\nr = 1\n', False),
        ('if client:\n    found = r["data"]["Aggregate"]["Lecture"][0]\n    print(found["meta"]["count"])\n', False),
    ],
)
def test_a_name_for_a_part_that_is_the_whole_in_v4_goes(text: str, goes: bool) -> None:
    new = fix_text(HEAD + 'r = client.query.aggregate("Lecture").with_meta_count().do()\n' + text)
    assert "client.query.aggregate" not in new
    assert ("found" not in new) == goes


def test_a_list_that_is_changed_is_built_where_it_gets_its_name() -> None:
    new = fixed('found = r["data"]["Get"]["Lecture"]\nfound.append({})\nprint(found)\n', unsafe=False)
    assert "found = [obj.properties for obj in r.objects]\nfound.append({})\n" in new
    again = fixed('found = r["data"]["Get"]["Lecture"]\nfound.append({})\nprint(r)\n', unsafe=False)
    assert '"Get": {' in again and 'found = r["data"]["Get"]["Lecture"]\n' in again


def test_a_result_that_is_asked_for_errors_elsewhere_is_rewritten_by_an_unsafe_fix() -> None:
    """The v3 shape of it has no errors: those are raised."""
    made = 'def _lectures():\n    return client.query.get("Lecture", ["title"]).do()\n'
    assert "query.get(" in fix_text(HEAD + made + 'if "errors" in _lectures():\n    print("failed")\n')
    assert "query.get(" not in fix_text(HEAD + made + "print(_lectures())\n")
