"""What other files of a checkout do, or may do, with what a fix changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import Fixed, fix, parsed

BATCH = "def fill(client: weaviate.WeaviateClient):\n    with client.batch as batch:\n        batch.add_data_object({}, 'A')\n"
QUERY = "def articles(client: weaviate.WeaviateClient):\n    return client.query.get('A', ['t'])\n\n\ndef count(client: weaviate.WeaviateClient):\n    return len(articles(client).do()['data']['Get']['A'])\n"
OWN = "class Own(weaviate.Client):\n    pass\n\n\nown = Own('http://localhost:8080')\n"


def fixed(folder: Path, text: str, name: str = "pack/used.py", unsafe: bool = False, **others: str) -> Fixed:
    """The fix of a file of a checkout that has ``others`` beside it, by their names."""
    (folder / "pyproject.toml").touch()
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    for each, content in others.items():
        (file.parent / f"{each}.py").write_text(content)
    return fix(Checker(), parsed(text, name, file), unsafe=unsafe)


def doubts(found: Fixed) -> set[str]:
    """Why its fixes are not safe."""
    return {why for each in found.unsafe.values() for why in each.doubts}


@pytest.mark.parametrize("importing", ["from .settings import client", "from . import settings", "from settings import *", "import settings"])
@pytest.mark.parametrize(
    ("setting", "seen"),
    [
        ("client.batch.configure(batch_size=3)", True),
        ("client.batch(batch_size=3)", True),
        ("client.batch.batch_size = 3", True),
        ("client.batch.dynamic=False", True),
        ("client.batch.consistency_level = 'ONE'", True),
        ("client.batch.configure()", False),
        ("client.batch.batch_size == 3", False),
        ("client.batch.other = 3", False),
    ],
)
def test_a_file_that_is_imported_may_configure_the_batch(tmp_path: Path, importing: str, setting: str, seen: bool) -> None:
    (tmp_path / "settings.py").write_text(setting)
    found = fixed(tmp_path, f"import weaviate\n{importing}\n\n\n{BATCH}", settings=setting)
    assert ("`settings.py` configures a batch, which may be this one" in doubts(found)) == seen


@pytest.mark.parametrize(
    ("importing", "why"),
    [
        ("from .used import articles", {"`articles` is used in other files"}),
        ("from .used import count", set()),
        ("", set()),
    ],
)
def test_a_function_that_begins_a_query_stays_where_another_file_calls_it(tmp_path: Path, importing: str, why: set[str]) -> None:
    found = fixed(tmp_path, f"import weaviate\n\n\n{QUERY}", unsafe=True, other=importing)
    assert {each.why for each in found.left} == why
    assert ("def articles" in found.text) == bool(why)


@pytest.mark.parametrize(("importing", "why"), [("from .used import Own", {"a subclass of the v3 client that other files may make"}), ("", set())])
def test_a_subclass_stays_where_another_file_may_make_it(tmp_path: Path, importing: str, why: set[str]) -> None:
    found = fixed(tmp_path, f"import weaviate\n\n\n{OWN}", unsafe=True, other=importing)
    assert {each.why for each in found.left} == why


@pytest.mark.parametrize(("name", "kept"), [("pack/__init__.py", True), ("pack/used.py", False)])
def test_what_a_package_imports_is_for_others(tmp_path: Path, name: str, kept: bool) -> None:
    text = "from weaviate import Client\n\nclient = Client('http://localhost:8080')\n"
    found = fixed(tmp_path, text, name)
    assert found.text.startswith("from weaviate import WeaviateClient as Client, connect_to_local\n" if kept else "from weaviate import connect_to_local\n")


@pytest.mark.parametrize(("importing", "why"), [("from .used import where", {"`where` holds a v4 filter then, also for other files"}), ("", set())])
def test_a_filter_that_another_file_reads_is_doubted(tmp_path: Path, importing: str, why: set[str]) -> None:
    text = (
        "import weaviate\n\nwhere = {'path': ['t'], 'operator': 'Equal', 'valueInt': 3}\n\n\n"
        "def count(client: weaviate.WeaviateClient):\n    return len(client.query.get('A', ['t']).with_where(where).do()['data']['Get']['A'])\n"
    )
    assert doubts(fixed(tmp_path, text, other=importing)) == why
    found = fixed(tmp_path, text, unsafe=True, other=importing)
    assert "filters=where" in found.text
    assert "where = Filter.by_property('t').equal(3)" in found.text
