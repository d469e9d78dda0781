"""Misses and false alarms that real code showed, each reduced to its cause."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from helpers import assert_tree_marked, codes

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.source import Source

V3 = 'import weaviate\nc = weaviate.Client("u")\n'
V4 = "import weaviate\nclient = weaviate.connect_to_local()\n"

SILENT = {
    "query string of a web request": V4 + "async def handler(request):\n    return request.query.get('q')\n",
    "dictionaries with v3's names": V4 + "def f(query: dict, data_object: dict):\n    query.get('x')\n    data_object.get('id')\n    data_object.update({})\n",
    "a schema of another kind": V4 + "def f(schema):\n    schema.exists('x')\n    schema.contains({})\n    schema.create('x')\n",
    "a field called query": V4 + "from pydantic import BaseModel\nclass Req(BaseModel):\n    query: dict\ndef f(req: Req):\n    return req.query.get('x')\n",
    "a member called schema": V4 + "class View:\n    def g(self):\n        return self.schema.create({'a': 1})\n",
    "a name in a list": "PROVIDERS = ['pinecone', 'weaviate']\ndef f(query):\n    return query.get('filter', [])\n",
    "a batch of another library": V4 + "def f(loader):\n    for batch in loader:\n        print(batch.batch_size, batch.shape)\n",
    "GraphQL by hand": "import requests\nr = requests.post('http://weaviate/v1/graphql', json={}).json()\nfor o in r.get('data', {}).get('Get', {}).get('A', []):\n    o.get('_additional', {}).get('id')\n",
    "GraphQL by hand, in another function": "import httpx\ndef ask(q):\n    return httpx.post('http://weaviate/v1/graphql', json=q)\ndef f(rows):\n    return rows[-1]['_additional']['id']\n",
    "another library's builder": "from builders import Builder\nBuilder().with_additional({}).with_hybrid(True).build()\n",
    "a schema to be filled": V3.replace('weaviate.Client("u")', "None") + "schema = {}\n",
    "Explore of another answer": "def f(d):\n    return d['data']['Explore']\n",
    "a literal type": "import weaviate\nfrom typing import Literal\ndef f(a: Literal['weaviate.Client']): ...\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert codes(text) == []


FOUND = {
    "container of the same name in another function": (
        V3 + "def add():\n    results = []\n    results.append(5)\ndef q():\n    results = c.query.get('A', ['b']).do()\n    return results.get('data', {}).get('Get', {})\n",
        (8, "WV730"),
    ),
    "data, then Get, through a name": ("# weaviate\ndef parse(response: dict):\n    data = response['data']\n    return data['Get']\n", (4, "WV730")),
    "or an empty dictionary": (V3 + "def f(r):\n    return (r.get('data') or {}).get('Get')\n", (4, "WV730")),
    "a builder in a file that does not say weaviate": ("from db import client\nr = client.query.get('A', ['b']).with_where(w).with_limit(1).do()\n", (2, "WV501")),
    "a class in a file that does not say weaviate": ("from db import client\nclient.schema.create_class({'class': 'A'})\n", (2, "WV202")),
    "the client by an unseen star import": ("from common import *\nclient = weaviate.Client(url='x')\n", (2, "WV100")),
    "a result declared to be a dictionary": (
        V3 + "from typing import Any, Dict\ndef q() -> Dict[str, Any]:\n    return c.query.get('A', ['b']).do()\nq()['errors']\n",
        (6, "WV734"),
    ),
    "a schema made by a helper": (V3 + "def made() -> dict:\n    return {'class': 'A', 'vectorizer': 'none'}\nc.schema.create_class(made())\n", (4, "WV250")),
    "a schema that a function hands back": (
        V3 + "def same(x):\n    return x\nsame({'a': 1})['class']\nsame(c.schema.get())['classes']\n",
        (6, "WV256"),
    ),
    "a client under a key": (V3 + "def f(values):\n    values['client'].schema.exists('A')\n", (4, "WV205")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_found(text: str, expected: tuple[int, str]) -> None:
    assert expected in codes(text)


def test_what_a_function_hands_back_is_this_calls_own() -> None:
    text = V3 + "def same(x):\n    return x\nmine = same([{'class': 1}])\nfor m in mine:\n    m['class']\nsame(c.schema.get())\n"
    assert not [found for found in codes(text) if found[1] == "WV256"]


def test_package_in_a_folder_called_weaviate(tmp_path: Path) -> None:
    """As in ``llama_index/vector_stores/weaviate/base.py`` below folders that are no packages."""
    folder = tmp_path / "pkg" / "vector_stores" / "weaviate"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("from .base import Store\n")
    text = "import weaviate\nfrom weaviate import Client\nclass Store:\n    def __init__(self, u):\n        self.c = weaviate.Client(u)\n"
    (folder / "base.py").write_text(text)
    assert codes(text, str(folder / "base.py"), file=folder / "base.py") == [(2, "WV100"), (5, "WV100"), (5, "WV101")]


def test_dual_version_code_told_apart_by_a_tag() -> None:
    text = """
import weaviate
from typing import Union
class Store:
    def __init__(self, client: Union[weaviate.WeaviateClient, weaviate.Client]):
        self.client = client
        if hasattr(client, "collections"):
            self.kind = "new"
        elif hasattr(client, "query"):
            self.kind = "old"
    def get(self):
        if self.kind == "new":
            return self.client.collections.use("A").query.fetch_objects()
        elif self.kind == "old":
            return self.client.query.get("A", ["b"]).do()
"""
    assert codes(text) == []
    assert [code for _, code in codes(text.replace('collections.use("A").query.fetch_objects', "schema.get"))] == ["WV207"]


CYCLE = {
    "a.py": "import weaviate\nfrom b import get, other\nclient = other or weaviate.Client('u')\ndef make():\n    return get()\nclient.schema.get()\n",
    "b.py": "from a import client, make\nother = client\ndef get():\n    return client or make()\nother.schema.get()\nget().schema.get()\n",
    "c.py": "from b import *\nfrom a import make\nother.schema.get()\nmake().query.raw('x')\n# weaviate\n",
}


def test_findings_do_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    """flake8's worker processes see files in any order; files that import each other must not notice."""
    for name, text in CYCLE.items():
        (tmp_path / name).write_text(text)
    seen = set()
    for order in itertools.permutations(CYCLE):
        checker = Checker()
        found = {}
        for name in order:
            path = tmp_path / name
            found[name] = [(f.line, f.code) for f in checker.check(Source.parse(path.read_text(), str(path), path))]
        seen.add(tuple((name, tuple(found[name])) for name in CYCLE))
    assert len(seen) == 1
    assert (6, "WV207") in dict(seen.pop())["a.py"]


def test_families_of_classes_are_gone_through_once() -> None:
    """Each class of a lattice of mixins has two bases and two heirs; asking along every path would never end."""
    layers = [f"class A{n}(A{n - 1}, B{n - 1}): pass\nclass B{n}(A{n - 1}, B{n - 1}): pass\n" for n in range(1, 30)]
    text = (
        "import weaviate\nclass A0:\n    def run(self):\n        self.client.schema.get()\n        self.shop.flush()\nclass B0: pass\n"
        + "".join(layers)
        + "class Last(A29):\n    def __init__(self):\n        self.client = weaviate.Client('u')\n"
    )
    assert (4, "WV207") in codes(text)


def test_a_class_of_the_client_that_no_surface_knows_is_none_that_it_has() -> None:
    """weaviate-client 4.24.1's own batch asks a private class for its nodes."""
    text = """
        from weaviate.collections.batch.base import _ClusterBatch
        import weaviate.collections.batch.base as base
        class Batch:
            def __init__(self, connection):
                self.__cluster = _ClusterBatch(connection)
            def wait(self):
                nodes = self.__cluster.get_nodes_status()
                return base._ClusterBatch(self).get_nodes_status()[0]["status"], nodes[0]["name"]
            def other(self, cluster):
                return cluster.get_nodes_status()  # known by its name alone
    """
    assert codes(text) == [(11, "WV800")]


def test_a_star_import_brings_what_the_client_has_alone(tmp_path: Path) -> None:
    assert codes("from weaviate import *\nclient = weaviate.Client('u')\nclient.schema.get()\n") == [(2, "WV100"), (2, "WV101"), (3, "WV207")]
    assert codes("from weaviate import *\nclient = Client('u')\nClientele('u').schema.get()\n") == [(2, "WV100"), (2, "WV101")]
    assert_tree_marked(tmp_path, {"mine.py": "import weaviate as w\n", "app.py": "from mine import *\nw.Client('u').schema.get()  # WV100 WV101 WV207\n"})
