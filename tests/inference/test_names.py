"""Names that decide: libraries whose objects are surely others, decorators of properties, exceptions that tell versions apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import codes

CLIENT = 'import weaviate\nclient = weaviate.Client("u")\n'
FOREIGN = """
    requests httpx aiohttp urllib3 urllib json sqlalchemy flask_sqlalchemy django elasticsearch redis pymongo motor
    qdrant_client pinecone chromadb pymilvus opensearchpy psycopg psycopg2 asyncpg boto3 botocore google kubernetes
    stripe pandas numpy torch gql graphql strawberry graphene ariadne sgqlc neo4j peewee tortoise mongoengine pydantic
    marshmallow os sys re collections datetime itertools pathlib subprocess time random math logging
"""
PROPERTIES = """
    property cached_property functools.cached_property hybrid_property abstractproperty abc.abstractproperty lazy_property
    computed_field reify c.getter my_property
"""
CAUGHT = "ImportError ModuleNotFoundError AttributeError KeyError TypeError Exception BaseException (ValueError,AttributeError)"
ONLY_V4 = """
    collections connect_to_local connect_to_custom connect_to_wcs connect_to_weaviate_cloud connect_to_embedded
    WeaviateClient WeaviateAsyncClient classes outputs use_async_with_local
"""
ONLY_V3 = "schema query data_object contextionary classification Client"


def last(text: str) -> list[str]:
    """The codes in the last line."""
    return [code for line, code in codes(text) if line == len(text.splitlines())]


@pytest.mark.parametrize("library", FOREIGN.split())
def test_objects_of_other_libraries(library: str) -> None:
    text = "import weaviate, {0}\nx = {0}.thing()\nx.schema.create_class(y)\n"
    assert last(text.format(library)) == []
    assert last(text.format("shop")) == ["WV202"]


@pytest.mark.parametrize("decorator", PROPERTIES.split())
def test_a_property(decorator: str) -> None:
    text = f"{CLIENT}class A:\n    @{decorator}\n    def c(self): return client\nA().c.batch.flush()\n"
    assert last(text) == ["WV410"]
    assert last(text.replace(decorator, "method")) == []


@pytest.mark.parametrize("error", CAUGHT.split())
def test_a_fall_back_on_v3(error: str) -> None:
    text = f"{CLIENT}try:\n    c = weaviate.connect_to_local()\nexcept {error}:\n    client.schema.get()\n"
    assert last(text) == []
    assert last(text.replace(error, "ValueError")) == ["WV207"]
    assert last(text.replace(error, "OSError as e")) == ["WV207"]


@pytest.mark.parametrize("error", CAUGHT.split())
def test_a_fall_back_on_v4(error: str) -> None:
    head = f"{CLIENT}try:\n    {{}}client.schema.get()\nexcept {error}:\n    c = weaviate.connect_to_local()\n"
    assert [code for line, code in codes(head.format("")) if line == 4] == []
    assert [code for line, code in codes(head.format("").replace(error, "OSError")) if line == 4] == ["WV207"]


@pytest.mark.parametrize("name", ONLY_V4.split())
def test_names_that_only_v4_has(name: str) -> None:
    assert last(f'{CLIENT}if hasattr(x, "{name}"):\n    pass\nelse:\n    client.schema.get()\n') == []
    assert last(f'{CLIENT}if hasattr(x, "{name}"):\n    client.schema.get()\n') == ["WV207"]


@pytest.mark.parametrize("name", ONLY_V3.split())
def test_names_that_only_v3_has(name: str) -> None:
    assert last(f'{CLIENT}if hasattr(x, "{name}"):\n    client.schema.get()\n') == []
    assert last(f'{CLIENT}if hasattr(x, "{name}"):\n    pass\nelse:\n    client.schema.get()\n') == ["WV207"]


@pytest.mark.parametrize("check", ['skipif(hasattr(weaviate, "WeaviateClient"))', 'skipIf(hasattr(weaviate, "WeaviateClient"), "")',
                                   'skipUnless(hasattr(weaviate, "Client"), "")'])  # fmt: skip
def test_tests_of_v3(check: str) -> None:
    assert last(f"{CLIENT}@mark.{check}\ndef test():\n    client.schema.get()\n") == []
    assert last(f"{CLIENT}@mark.run{check}\ndef test():\n    client.schema.get()\n") == ["WV207"]


@pytest.mark.parametrize("mark", [".git", ".hg", "pyproject.toml", "setup.cfg", "setup.py", "tox.ini"])
def test_what_marks_the_root_of_a_checkout(mark: str, tmp_path: Path) -> None:
    """Modules and fixtures are looked for up to the root, and not above it; without a mark, only beside the file."""
    root = tmp_path / "checkout"
    (root / "tests").mkdir(parents=True)
    for folder, name in ((root, "near"), (tmp_path, "far")):
        (folder / f"{name}_db.py").write_text(CLIENT)
        (folder / "conftest.py").write_text(f"import pytest, weaviate\n@pytest.fixture\ndef {name}(): return weaviate.Client('u')\n")
    file = root / "tests" / "test_app.py"
    file.write_text(
        text := """\
import weaviate
from near_db import client as one
from far_db import client as two
def test(near, far):
    one.batch.flush()
    two.batch.flush()
    near.batch.flush()
    far.batch.flush()
"""
    )
    (root / mark).write_text("")
    assert codes(text, str(file), file=file) == [(5, "WV410"), (7, "WV410")]
    (root / mark).rename(root / "mark.txt")
    assert codes(text, str(file), file=file) == []
