"""The 22 shapes in which a receiver reaches its use, as ruff's Airflow rules were measured (they see 5).

In each case a look-alike stands beside the v3 client: reached in the same way, and not to be reported. The probe is
``batch.flush()``, which nothing but the receiver tells from another library's.
"""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases, found

SHAPES = cases("""
    ## 01 assigned name
    import weaviate
    client, shop = weaviate.Client("u"), Shop()
    client = weaviate.Client("u")
    shop = Shop("u")
    client.batch.flush()  # WV410
    shop.batch.flush()

    ## 02 global used in a function
    import weaviate
    client = weaviate.Client("u")
    shop = Shop("u")
    def run():
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## 03 chained assignment
    import weaviate
    a = b = weaviate.Client("u")
    c = d = Shop("u")
    a.batch.flush()  # WV410
    b.batch.flush()  # WV410
    c.batch.flush()
    d.batch.flush()

    ## 04 import alias
    from weaviate import Client as Wv
    from shop import Client
    wv = Wv("u")
    wv.batch.flush()  # WV410
    shop = Client("u")
    shop.batch.flush()

    ## 05 module alias
    import shop as weaviate
    import weaviate as wv
    client = wv.Client("u")
    client.batch.flush()  # WV410
    other = weaviate.Client("u")
    other.batch.flush()

    ## 06 directly on the call
    import weaviate
    weaviate.Client("u").batch.flush()  # WV410
    Shop("u").batch.flush()
    shop.Client("u").batch.flush()

    ## 07 alias of a name
    import weaviate
    first = weaviate.Client("u")
    second = first
    third = second
    third.batch.flush()  # WV410
    fourth = shop
    fourth.batch.flush()

    ## 08 annotated variable
    import weaviate
    client: weaviate.Client = make()
    client.batch.flush()  # WV410
    shop: shop.Client = make()
    shop.batch.flush()

    ## 09 annotated parameter
    import weaviate
    def run(client: weaviate.Client, shop: Shop):
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## 10 string-annotated parameter
    import weaviate
    def run(client: "weaviate.Client", shop: "shop.Client"):
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## 11 self attribute set in init
    import weaviate
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    class Other:
        def __init__(self):
            self.client = Shop("u")
        def run(self):
            self.client.batch.flush()

    ## 12 self attribute from an annotated parameter
    import weaviate
    class Store:
        def __init__(self, client: weaviate.Client, shop: Shop):
            self.client = client
            self.shop = shop
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## 13 with
    import weaviate
    with weaviate.Client("u") as client, Shop("u") as shop:
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## 14 call of a function with a return annotation
    import weaviate
    def connect() -> weaviate.Client:
        return make()
    def open_shop() -> Shop:
        return make()
    connect().batch.flush()  # WV410
    open_shop().batch.flush()

    ## 15 variable from a function with a return annotation
    import weaviate
    def connect() -> weaviate.Client:
        return make()
    def open_shop() -> Shop:
        return make()
    client = connect()
    shop = open_shop()
    client.batch.flush()  # WV410
    shop.batch.flush()

    ## 16 walrus
    import weaviate
    if (client := weaviate.Client("u")) and (shop := Shop("u")):
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## 17 ternary
    import weaviate
    client = weaviate.Client("u") if url else None
    shop = Shop("u") if url else None
    client.batch.flush()  # WV410
    shop.batch.flush()

    ## 18 tuple unpacking
    import weaviate
    shop, client = Shop("u"), weaviate.Client("u")
    client.batch.flush()  # WV410
    shop.batch.flush()

    ## 19 list element
    import weaviate
    both = [weaviate.Client("u"), Shop("u")]
    both[0].batch.flush()  # WV410
    both[1].batch.flush()

    ## 20 loop variable
    import weaviate
    for client in [weaviate.Client("a"), weaviate.Client("b")]:
        client.batch.flush()  # WV410
    for shop in [Shop("a"), Shop("b")]:
        shop.batch.flush()

    ## 21 getattr
    import weaviate
    client = weaviate.Client("u")
    shop = Shop("u")
    getattr(client, "batch").flush()  # WV401 WV410
    getattr(shop, "batch").flush()

    ## 22 bound method saved
    import weaviate
    client = weaviate.Client("u")
    shop = Shop("u")
    flush = client.batch.flush  # WV410
    flush()
    flush = shop.batch.flush
    flush()
""")


@pytest.mark.parametrize("text", SHAPES)
def test_shape(text: str) -> None:
    assert_marked(text)


def test_there_are_22_shapes() -> None:
    assert len(SHAPES) == 22


@pytest.mark.parametrize("text", SHAPES)
def test_shape_of_another_library_is_silent(text: str) -> None:
    """The same code of a library called otherwise, in a file that knows Weaviate v4."""
    other = text.replace("weaviate", "elastic")
    assert found(f"{other}\nimport weaviate\nv4 = weaviate.connect_to_local()\nv4.collections.list_all()\n") == []


POSITIONS = [
    pytest.param('import weaviate\nclient = weaviate.Client()\nclient.batch.flush()\n', [(2, 19, "WV100"), (3, 8, "WV410")], id="plain"),
    pytest.param('from weaviate import Client\nclient = Client()\n', [(1, 22, "WV100"), (2, 10, "WV100")], id="imported name"),
    pytest.param('import weaviate\nc = weaviate.Client(); naïve = "ü"; c.batch.flush()\n', [(2, 14, "WV100"), (2, 39, "WV410")], id="non-ascii before"),
    pytest.param('import weaviate\ndef f(ç: weaviate.Client):\n    "日本"; ç.batch.flush()\n', [(2, 19, "WV100"), (3, 13, "WV410")], id="non-ascii receiver"),
    pytest.param('import weaviate\nc = weaviate.Client()\ns = f("😀", c.batch.flush())\n', [(2, 14, "WV100"), (3, 14, "WV410")], id="astral character"),
    pytest.param('import weaviate\nif x:\n\tc = weaviate.Client()\n\tc.batch.flush()\n', [(3, 15, "WV100"), (4, 4, "WV410")], id="tab"),
    pytest.param(
        'import weaviate\nc = weaviate.Client()\nr = (\n    c.query\n    .get("A", ["b"])\n    .with_limit(1)\n    .do()\n)\n',
        [(2, 14, "WV100"), (4, 7, "WV501")], id="chain over lines is reported at its first v3 attribute",
    ),
    pytest.param(
        'import weaviate\nc = weaviate.Client()\nr = c.query.get("A", ["b"]).with_limit(1) \\\n    .with_where({}).do()\n',
        [(2, 14, "WV100"), (3, 7, "WV501"), (4, 6, "WV600"), (4, 17, "WV601")], id="backslash",
    ),
    pytest.param('import weaviate\nc = weaviate.Client()\nc . batch . flush()\n', [(2, 14, "WV100"), (3, 5, "WV410")], id="spaces round dots"),
    pytest.param('import weaviate\r\nc = weaviate.Client()\r\nc.batch.flush()\r\n', [(2, 14, "WV100"), (3, 3, "WV410")], id="crlf"),
    pytest.param('\x0cimport weaviate\n\x0cc = weaviate.Client()\n', [(2, 15, "WV100")], id="form feed"),
    pytest.param('import weaviate\ndef f(a, b: "weaviate.Client"): ...\n', [(2, 23, "WV100")], id="string annotation"),
    pytest.param('import weaviate\ndef f(ä, b: "weaviate.Client"): ...\n', [(2, 23, "WV100")], id="string annotation after non-ascii"),
    pytest.param(
        'import weaviate\ndef f(b: """weaviate.Client"""): ...\n', [(2, 22, "WV100")], id="triple-quoted annotation",
    ),
    pytest.param('from unittest import mock\nmock.patch("weaviate.Client")\n', [(2, 13, "WV100")], id="string target"),
    pytest.param('from unittest import mock\nmock.patch("app.db.weaviate.Client")\n', [(2, 20, "WV100")], id="string target behind a prefix"),
    pytest.param('import weaviate\nc = weaviate.Client()\ngetattr(c, "schema")\n', [(2, 14, "WV100"), (3, 12, "WV200")], id="getattr"),
    pytest.param('import weaviate\nc = weaviate.Client()\nx = f"{c.schema}"\n', [(2, 14, "WV100"), (3, 10, "WV200")], id="f-string"),
    pytest.param(
        'import weaviate\nc = weaviate.Client()\nfor x in (\n    c.\n    schema,\n): ...\n', [(2, 14, "WV100"), (5, 5, "WV200")], id="attribute on its own line",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected
