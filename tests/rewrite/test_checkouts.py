"""What code of real checkouts showed: other files that use a name, text that may be GraphQL, how a file is indented."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

MODEL = """\
import weaviate

schema = {"class": "Lecture", "properties": [{"name": "title", "dataType": ["text"]}], "vectorizer": "none"}

if __name__ == "__main__":
    client = weaviate.Client("http://localhost:8080")
    client.schema.create_class(schema)
"""
HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'


@pytest.mark.parametrize(
    ("path", "importing", "stays"),
    [
        ("routes.py", "from model import schema\n", True),
        ("routes.py", "from model import (\n    other,\n    schema,\n)\n", True),
        ("routes.py", "import model\n\nprint(model.schema)\n", True),
        ("routes.py", "from model import *\n\nprint(schema)\n", True),
        ("deep/routes.py", "from model import schema\n", True),
        ("routes.py", "from model import other\n", False),
        ("routes.py", "schema = 1\nprint('model')\n", False),
        (".venv/routes.py", "from model import schema\n", False),
    ],
)
def test_a_variable_that_another_file_imports_stays(tmp_path: Path, path: str, importing: str, stays: bool) -> None:
    (tmp_path / "pyproject.toml").touch()
    file = tmp_path / "model.py"
    file.write_text(MODEL)
    other = tmp_path / path
    other.parent.mkdir(exist_ok=True)
    other.write_text(importing)
    fixed = fix(Checker(), parsed(MODEL, "model.py", file)).text
    assert ("schema = {" in fixed) == stays
    assert "client.collections.create(" in fixed


def test_a_checkout_too_large_to_look_through_keeps_its_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flake8_weaviate_v4.inference.import_index.MOST_IMPORTERS", 1)
    (tmp_path / "pyproject.toml").touch()
    for name in ("model.py", "a.py", "b.py"):
        (tmp_path / name).write_text(MODEL)
    assert "schema = {" in fix(Checker(), parsed(MODEL, "model.py", tmp_path / "model.py")).text


@pytest.mark.parametrize(
    ("properties", "unsafe"),
    [('f"title{more}"', True), ('[f"title_{more}"]', True), ('f"title {more}"', False), ('[f"by {{ name }}{more}"]', False)],
)
def test_text_that_may_be_graphql(properties: str, unsafe: bool) -> None:
    text = f'{HEAD}\n\ndef titles(more):\n    return client.query.get("Article", {properties}).do()["data"]["Get"]["Article"]\n'
    assert "client.query.get" in fix_text(text)
    assert ("client.query.get" not in fix_text(text, unsafe=True)) == unsafe


def test_blocks_say_how_a_file_is_indented() -> None:
    text = 'import weaviate\n\nclient = weaviate.Client(\n  url="http://example.com/",\n)\n\n\ndef f(schema):\n    client.schema.create(schema)\n'
    assert '\n    for class_dict in schema["classes"]:\n        client.collections.create_from_dict(class_dict)\n' in fix_text(text, unsafe=True)
    assert '\n    http_host="example.com",\n' in fix_text(text, unsafe=True)


def test_an_attribute_of_a_class_stays() -> None:
    text = f'{HEAD}\n\nclass Store:\n    name = "Article"\n    first = client.query.get("Article", ["title"]).do()["data"]["Get"][name][0]["title"]\n'
    assert '\n    name = "Article"\n' in fix_text(text, unsafe=True)


@pytest.mark.parametrize("imported", ["from model import BOOK", "import model", "from models import book"])
def test_a_date_that_an_imported_file_declares_is_one(tmp_path: Path, imported: str) -> None:
    (tmp_path / "pyproject.toml").touch()
    declared = 'BOOK = {"class": "Book", "properties": [{"name": "since", "dataType": ["date"]}]}\n'
    later = 'client.collections.create("Book", properties=[Property(name="since", data_type=DataType.DATE)])\n'  # when that is fixed
    (tmp_path / "models").mkdir()
    (tmp_path / "models/__init__.py").touch()
    for name, known in [("model.py", declared), ("models/book.py", later)]:
        (tmp_path / name).write_text(known)
    text = HEAD + imported + '\nfor book in client.query.get("Book", ["since"]).do()["data"]["Get"]["Book"]:\n    print(book["since"])\n'
    assert 'in client.query.get("Book", ["since"])' in fix(Checker(), parsed(text, "find.py", tmp_path / "find.py")).text
    assert "fetch_objects" in fix(Checker(), parsed(text.replace(imported, ""), "find.py", tmp_path / "find.py")).text
