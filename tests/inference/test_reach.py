"""The other ways in which a v3 object reaches its use, each beside one in which something else does."""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases, found

CONTAINERS = cases("""
    ## list element by index
    import weaviate
    xs = [Shop("u"), weaviate.Client("u")]
    xs[1].batch.flush()  # WV410
    xs[-1].batch.flush()  # WV410
    xs[0].batch.flush()
    xs.batch.flush()

    ## tuple element
    import weaviate
    xs = (weaviate.Client("u"), Shop("u"))
    xs[0].batch.flush()  # WV410
    xs[1].batch.flush()

    ## slice
    import weaviate
    xs = [weaviate.Client("u")]
    xs[:1][0].batch.flush()  # WV410
    ys = [Shop("u")]
    ys[:1][0].batch.flush()

    ## set
    import weaviate
    for c in {weaviate.Client("u")}:
        c.batch.flush()  # WV410
    for c in {Shop("u")}:
        c.batch.flush()

    ## dict by key
    import weaviate
    d = {"wv": weaviate.Client("u"), "shop": Shop("u")}
    d["wv"].batch.flush()  # WV410
    d["shop"].batch.flush()
    d[name].batch.flush()  # WV410

    ## dict keys
    import weaviate
    for name in {"wv": weaviate.Client("u")}:
        name.batch.flush()

    ## dict values and items
    import weaviate
    d = {"wv": weaviate.Client("u")}
    e = {"shop": Shop("u")}
    for c in d.values():
        c.batch.flush()  # WV410
    for name, c in d.items():
        c.batch.flush()  # WV410
        name.batch.flush()
    for c in e.values():
        c.batch.flush()

    ## dict get and pop
    import weaviate
    d = {"wv": weaviate.Client("u")}
    e = {"shop": Shop("u")}
    d.get("wv").batch.flush()  # WV410
    d.pop("wv").batch.flush()  # WV410
    e.get("shop").batch.flush()

    ## dict default
    import weaviate
    d = {}
    d.get("wv", weaviate.Client("u")).batch.flush()  # WV410
    d.setdefault("wv", weaviate.Client("u")).batch.flush()  # WV410
    d.get("shop", Shop("u")).batch.flush()

    ## dict call
    import weaviate
    d = dict(wv=weaviate.Client("u"), shop=Shop("u"))
    d["wv"].batch.flush()  # WV410

    ## stored in a dict
    import weaviate
    cache, shops = {}, {}
    def get(name):
        if name not in cache:
            cache[name] = weaviate.Client(name)
            shops[name] = Shop(name)
        return cache[name]
    get("u").batch.flush()  # WV410
    shops["u"].batch.flush()

    ## appended
    import weaviate
    xs, ys = [], []
    xs.append(weaviate.Client("u"))
    ys.append(Shop("u"))
    for c in xs:
        c.batch.flush()  # WV410
    for c in ys:
        c.batch.flush()

    ## appended to an attribute
    import weaviate
    class Pool:
        def __init__(self):
            self.clients, self.shops = [], []
        def grow(self):
            self.clients.append(weaviate.Client("u"))
            self.shops.append(Shop("u"))
        def run(self):
            self.clients[0].batch.flush()  # WV410
            self.shops[0].batch.flush()
            self.clients.pop().batch.flush()  # WV410

    ## result of a query that shares its name with a list
    import weaviate
    def first(client: weaviate.Client):
        results = client.query.get("A", ["b"]).do()  # WV501
        return results.get("data", {}).get("Get", {})  # WV730
    def second(rows):
        results = []
        results.append(rows)
        return results

    ## queue
    import queue, weaviate
    q, p = queue.Queue(), queue.Queue()
    q.put(weaviate.Client("u"))
    p.put(Shop("u"))
    q.get().batch.flush()  # WV410
    p.get().batch.flush()

    ## nested
    import weaviate
    d = {"a": [weaviate.Client("u")], "b": [Shop("u")]}
    d["a"][0].batch.flush()  # WV410
    d["b"][0].batch.flush()
    for c in d["a"]:
        c.batch.flush()  # WV410

    ## comprehension
    import weaviate
    xs = [weaviate.Client(u) for u in urls]
    ys = [Shop(u) for u in urls]
    xs[0].batch.flush()  # WV410
    ys[0].batch.flush()
    {u: weaviate.Client(u) for u in urls}["a"].batch.flush()  # WV410

    ## generator and next
    import weaviate
    next(weaviate.Client(u) for u in urls).batch.flush()  # WV410
    next(Shop(u) for u in urls).batch.flush()
    next(iter([weaviate.Client("u")])).batch.flush()  # WV410

    ## sum of lists
    import weaviate
    xs = [weaviate.Client("u")] + [Shop("u")]
    for c in xs:
        c.batch.flush()  # WV410
    for c in [Shop("u")] + [Shop("v")]:
        c.batch.flush()

    ## starred list
    import weaviate
    xs = [weaviate.Client("u")]
    for c in [Shop("u"), *xs]:
        c.batch.flush()  # WV410

    ## merged dict
    import weaviate
    d = {"a": weaviate.Client("u")}
    {**d}["a"].batch.flush()  # WV410
    e = {**{"a": Shop("u")}}
    e["a"].batch.flush()

    ## dict of itself
    import weaviate
    d = {"a": weaviate.Client("u")}
    for x in xs:
        d = {**d, "b": Shop("u")}
    d["a"].batch.flush()  # WV410

    ## list of itself
    import weaviate
    xs = [weaviate.Client("u")]
    while go:
        xs = [*xs, Shop("u")]
    for c in xs:
        c.batch.flush()  # WV410

    ## choice and max
    import random, weaviate
    xs = [weaviate.Client("u")]
    random.choice(xs).batch.flush()  # WV410
    random.choice([Shop("u")]).batch.flush()
    max(xs, key=len).batch.flush()  # WV410

    ## itertools.cycle and map
    import itertools, weaviate
    ring = itertools.cycle([weaviate.Client("u")])
    next(ring).batch.flush()  # WV410
    for c in map(weaviate.Client, urls):
        c.batch.flush()  # WV410
    for c in map(Shop, urls):
        c.batch.flush()
    list(map(lambda c: c.batch.flush(), [weaviate.Client("u")]))  # WV410
    list(map(lambda c: c.batch.flush(), [Shop("u")]))

    ## sorted and reversed
    import weaviate
    xs = [weaviate.Client("u")]
    for c in sorted(xs):
        c.batch.flush()  # WV410
    for c in reversed(list(xs)):
        c.batch.flush()  # WV410

    ## SimpleNamespace
    import types, weaviate
    ns = types.SimpleNamespace(client=weaviate.Client("u"), shop=Shop("u"))
    ns.client.batch.flush()  # WV410
    ns.shop.batch.flush()
""")

UNPACKING = cases("""
    ## swapped order
    import weaviate
    [a, b] = [Shop("u"), weaviate.Client("u")]
    b.batch.flush()  # WV410
    a.batch.flush()

    ## nested
    import weaviate
    a, (b, c) = 1, (weaviate.Client("u"), Shop("u"))
    b.batch.flush()  # WV410
    a.batch.flush()
    c.batch.flush()

    ## starred rest
    import weaviate
    first, *rest = Shop("u"), weaviate.Client("u")
    first.batch.flush()
    for c in rest:
        c.batch.flush()  # WV410

    ## from a function that returns a tuple
    import weaviate
    def connect():
        return weaviate.Client("u"), Shop("u")
    client, shop = connect()
    client.batch.flush()  # WV410
    shop.batch.flush()
    connect()[0].batch.flush()  # WV410
    connect()[1].batch.flush()

    ## into attributes
    import weaviate
    class Store:
        def __init__(self):
            self.client, self.shop = weaviate.Client("u"), Shop("u")
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## loop over pairs
    import weaviate
    for client, shop in [(weaviate.Client("u"), Shop("u"))]:
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## with a tuple target
    import weaviate
    from contextlib import contextmanager
    @contextmanager
    def both():
        yield weaviate.Client("u"), Shop("u")
    with both() as (client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
""")

ATTRIBUTES = cases("""
    ## set in another method
    import weaviate
    class Store:
        def connect(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## set after its use
    import weaviate
    class Store:
        def run(self):
            self.client.batch.flush()  # WV410
        def connect(self):
            self.client = weaviate.Client("u")

    ## None at first
    import weaviate
    class Store:
        client = None
        def connect(self):
            self.client = weaviate.Client("u")
        def run(self):
            self.client.batch.flush()  # WV410

    ## of a base
    import weaviate
    class Base:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
    class Store(Base):
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
            super().run()

    ## of a base of a base
    import weaviate
    class Root:
        def __init__(self):
            self.client = weaviate.Client("u")
    class Base(Root): ...
    class Store(Base):
        def run(self):
            self.client.batch.flush()  # WV410

    ## overridden in the class
    import weaviate
    class Base:
        def __init__(self):
            self.client = weaviate.Client("u")
    class Store(Base):
        def __init__(self):
            self.client = Shop("u")
        def run(self):
            self.client.batch.flush()

    ## mixin whose heir sets it
    import weaviate
    class Mixin:
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    class Store(Mixin):
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")

    ## mixin whose sibling base sets it
    import weaviate
    class Mixin:
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    class Base:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
    class Store(Mixin, Base): ...

    ## unrelated class of the same attribute
    import weaviate
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
    class Other:
        def run(self):
            self.client.batch.flush()

    ## set from outside
    import weaviate
    class Store:
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    store = Store()
    store.client = weaviate.Client("u")
    store.shop = Shop("u")

    ## read from outside
    import weaviate
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
    store = Store()
    store.client.batch.flush()  # WV410
    store.shop.batch.flush()
    Store().client.batch.flush()  # WV410

    ## class attribute set by a classmethod
    import weaviate
    class Store:
        @classmethod
        def connect(cls):
            cls.client = weaviate.Client("u")
            cls.shop = Shop("u")
        @classmethod
        def run(cls):
            cls.client.batch.flush()  # WV410
            cls.shop.batch.flush()
        def walk(self):
            self.client.batch.flush()  # WV410

    ## set on the class by name
    import weaviate
    class Store:
        client = None
    Store.client = weaviate.Client("u")
    Store.client.batch.flush()  # WV410
    class Other:
        client = None
    Other.client.batch.flush()

    ## setUp of unittest
    import unittest, weaviate
    class TestIt(unittest.TestCase):
        def setUp(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        def test_it(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## setUpClass
    import unittest, weaviate
    class TestIt(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            cls.client = weaviate.Client("u")
        def test_it(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## kept part
    import weaviate
    class Store:
        def __init__(self, client: weaviate.Client):
            self.batch = client.batch  # WV401
            self.schema = client.schema  # WV200
            self.other = Shop().batch
        def run(self):
            self.batch.flush()  # WV410
            self.schema.delete_all()  # WV204
            self.other.flush()

    ## property
    import weaviate
    class Store:
        @property
        def client(self):
            return weaviate.Client("u")
        @property
        def shop(self):
            return Shop("u")
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## lazy property
    import weaviate
    class Store:
        _client = None
        @property
        def client(self):
            if self._client is None:
                self._client = weaviate.Client("u")
            return self._client
        def run(self):
            self.client.batch.flush()  # WV410
            self._client.batch.flush()  # WV410
            self._shop.batch.flush()

    ## cached_property
    import functools, weaviate
    class Store:
        @functools.cached_property
        def client(self):
            return weaviate.Client("u")
        @functools.cached_property
        def shop(self):
            return Shop("u")
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## property made by a call
    import weaviate
    class Store:
        def _get(self):
            return weaviate.Client("u")
        def _open(self):
            return Shop("u")
        client = property(_get)
        shop = property(_open)
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## a method is no property
    import weaviate
    class Store:
        def client(self):
            return weaviate.Client("u")
        def run(self):
            self.client.batch.flush()
            self.client().batch.flush()  # WV410

    ## getattr fallback
    import weaviate
    class Store:
        def __init__(self):
            self._inner = weaviate.Client("u")
        def __getattr__(self, name):
            return getattr(self._inner, name)
    Store().batch.flush()  # WV410
    class Other:
        def __getattr__(self, name):
            return getattr(self._shop, name)
    Other().batch.flush()

    ## application state
    import weaviate
    app.state.db = weaviate.Client("u")
    app.state.shop = Shop("u")
    def run(request):
        app.state.db.batch.flush()  # WV410
        app.state.shop.batch.flush()
        request.app.state.db.batch.flush()  # WV410

    ## streamlit session state
    import streamlit as st, weaviate
    if "db" not in st.session_state:
        st.session_state["db"] = weaviate.Client("u")
        st.session_state.wv = weaviate.Client("u")
        st.session_state["shop"] = Shop("u")
    st.session_state["db"].batch.flush()  # WV410
    st.session_state.wv.batch.flush()  # WV410

    ## chain of own objects
    import weaviate
    class Inner:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
    class Outer:
        def __init__(self):
            self.inner = Inner()
        def run(self):
            self.inner.client.batch.flush()  # WV410
            self.inner.shop.batch.flush()

    ## setattr
    import weaviate
    class Store:
        def __init__(self):
            setattr(self, "client", weaviate.Client("u"))
            setattr(self, "shop", Shop("u"))
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## singleton
    import weaviate
    class Store:
        _instance = None
        def __new__(cls):
            if cls._instance is None:
                cls._instance = super().__new__(cls)
                cls._instance.client = weaviate.Client("u")
                cls._instance.shop = Shop("u")
            return cls._instance
    Store().client.batch.flush()  # WV410
    Store().shop.batch.flush()

    ## self under another name
    import weaviate
    class Store:
        def __init__(this):
            this.client = weaviate.Client("u")
            this.shop = Shop("u")
        def run(me):
            me.client.batch.flush()  # WV410
            me.shop.batch.flush()
""")

FUNCTIONS = cases("""
    ## returns
    import weaviate
    def connect():
        return weaviate.Client("u")
    def open():
        return Shop("u")
    connect().batch.flush()  # WV410
    open().batch.flush()
    connect.batch.flush()

    ## returns one of several
    import weaviate
    def connect(local):
        if local:
            return weaviate.Client("u")
        return None
    c = connect(True)
    if c:
        c.batch.flush()  # WV410

    ## returns a local
    import weaviate
    def connect():
        client = weaviate.Client("u")
        shop = Shop("u")
        client.batch.flush()  # WV410
        return client
    connect().batch.flush()  # WV410
    shop.batch.flush()

    ## returns through another function
    import weaviate
    def first():
        return second()
    def second():
        return weaviate.Client("u")
    def third():
        return Shop("u")
    first().batch.flush()  # WV410
    third().batch.flush()

    ## lambda
    import weaviate
    connect = lambda: weaviate.Client("u")
    open = lambda: Shop("u")
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## partial
    from functools import partial
    import weaviate
    connect = partial(weaviate.Client, url="u")
    open = partial(Shop, url="u")
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## partial of an own function
    import functools, weaviate
    def make(url, timeout):
        return weaviate.Client(url)
    connect = functools.partial(make, timeout=1)
    connect("u").batch.flush()  # WV410
    connect.batch.flush()

    ## class kept under another name
    import weaviate
    Make = weaviate.Client
    Other = Shop
    Make("u").batch.flush()  # WV410
    Other("u").batch.flush()

    ## cached
    import functools, weaviate
    @functools.lru_cache(maxsize=None)
    def connect():
        return weaviate.Client("u")
    @functools.cache
    def open():
        return Shop("u")
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## streamlit cache
    import streamlit as st, weaviate
    @st.cache_resource
    def connect():
        return weaviate.Client("u")
    @st.cache_resource(ttl=3600)
    def again():
        return weaviate.Client("u")
    connect().batch.flush()  # WV410
    again().batch.flush()  # WV410

    ## own decorator
    import weaviate
    def retry(f):
        def inner(*args, **kwargs):
            return f(*args, **kwargs)
        return inner
    @retry
    def connect():
        return weaviate.Client("u")
    @retry
    def open():
        return Shop("u")
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## decorator that hands a client in
    import weaviate
    def with_client(f):
        def inner(*args):
            return f(weaviate.Client("u"), *args)
        return inner
    @with_client
    def run(client, x):
        client.batch.flush()  # WV410
        x.batch.flush()

    ## generator
    import weaviate
    def clients():
        yield weaviate.Client("u")
    def shops():
        yield Shop("u")
    for c in clients():
        c.batch.flush()  # WV410
    for c in shops():
        c.batch.flush()
    next(clients()).batch.flush()  # WV410

    ## yield from
    import weaviate
    def clients():
        yield from [weaviate.Client("u")]
    for c in clients():
        c.batch.flush()  # WV410

    ## contextmanager
    import weaviate
    from contextlib import contextmanager
    @contextmanager
    def connect():
        client = weaviate.Client("u")
        try:
            yield client
        finally:
            client.batch.flush()  # WV410
    @contextmanager
    def open():
        yield Shop("u")
    with connect() as c, open() as s:
        c.batch.flush()  # WV410
        s.batch.flush()

    ## asynccontextmanager
    import contextlib, weaviate
    @contextlib.asynccontextmanager
    async def connect():
        yield weaviate.Client("u")
    async def run():
        async with connect() as c:
            c.batch.flush()  # WV410

    ## own context manager class
    import weaviate
    class Connect:
        def __enter__(self):
            self.client = weaviate.Client("u")
            return self.client
        def __exit__(self, *args): ...
    class Open:
        def __enter__(self):
            return Shop("u")
        def __exit__(self, *args): ...
    with Connect() as c, Open() as s:
        c.batch.flush()  # WV410
        s.batch.flush()

    ## context manager that returns itself
    import weaviate
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        def __enter__(self):
            return self
        def __exit__(self, *args): ...
    with Store() as store:
        store.client.batch.flush()  # WV410
        store.shop.batch.flush()

    ## async function
    import asyncio, weaviate
    async def connect():
        return weaviate.Client("u")
    async def run():
        c = await connect()
        c.batch.flush()  # WV410
    asyncio.run(connect()).batch.flush()  # WV410
    asyncio.run(open()).batch.flush()

    ## gather
    import asyncio, weaviate
    async def connect():
        return weaviate.Client("u")
    async def open():
        return Shop("u")
    async def run():
        c, s = await asyncio.gather(connect(), open())
        c.batch.flush()  # WV410
        s.batch.flush()

    ## to_thread
    import asyncio, weaviate
    async def run():
        c = await asyncio.to_thread(weaviate.Client, "u")
        c.batch.flush()  # WV410
        s = await asyncio.to_thread(Shop, "u")
        s.batch.flush()

    ## run_in_executor
    import asyncio, weaviate
    def connect():
        return weaviate.Client("u")
    async def run(loop):
        c = await loop.run_in_executor(None, connect)
        c.batch.flush()  # WV410
        s = await loop.run_in_executor(None, Shop)
        s.batch.flush()

    ## future of an executor
    import weaviate
    def connect(u):
        return weaviate.Client(u)
    future = executor.submit(connect, "u")
    future.result().batch.flush()  # WV410
    executor.submit(Shop, "u").result().batch.flush()

    ## static and class methods
    import weaviate
    class Store:
        @staticmethod
        def connect():
            return weaviate.Client("u")
        @classmethod
        def again(cls):
            return cls.connect()
        @staticmethod
        def open():
            return Shop("u")
    Store.connect().batch.flush()  # WV410
    Store.again().batch.flush()  # WV410
    Store.open().batch.flush()

    ## method of an object
    import weaviate
    class Store:
        def connect(self):
            return weaviate.Client("u")
        def open(self):
            return Shop("u")
        def run(self):
            self.connect().batch.flush()  # WV410
            self.open().batch.flush()
    Store().connect().batch.flush()  # WV410

    ## fluent
    import weaviate
    class Store:
        def connect(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
            return self
    Store().connect().client.batch.flush()  # WV410
    Store().connect().shop.batch.flush()

    ## callable object
    import weaviate
    class Connect:
        def __call__(self):
            return weaviate.Client("u")
    class Open:
        def __call__(self):
            return Shop("u")
    Connect()().batch.flush()  # WV410
    Open()().batch.flush()

    ## factory table
    import weaviate
    makers = {"wv": weaviate.Client, "shop": Shop}
    makers["wv"]("u").batch.flush()  # WV410
    makers["shop"]("u").batch.flush()

    ## nested function returned
    import weaviate
    def outer():
        def inner():
            return weaviate.Client("u")
        return inner
    outer()().batch.flush()  # WV410
    outer().batch.flush()

    ## method of a v3 object returned
    import weaviate
    def flusher(client: weaviate.Client):
        return client.batch.flush  # WV410
    flusher(c)()

    ## builder over statements
    import weaviate
    from shop import Shop
    client = weaviate.Client("u")
    q = client.query.get("A", ["b"])  # WV501
    q = q.with_limit(3)  # WV528
    if near:
        q = q.with_near_text({"concepts": ["c"]})  # WV510
    r = q.do()  # WV535
    s = Shop("u").query.get("A", ["b"])
    s = s.with_limit(3)
    s.do()
""")

PARAMETERS = cases("""
    ## positional
    import weaviate
    def run(x, client):
        client.batch.flush()  # WV410
        x.batch.flush()
    run(1, weaviate.Client("u"))

    ## keyword
    import weaviate
    def run(x=None, client=None):
        client.batch.flush()  # WV410
        x.batch.flush()
    run(client=weaviate.Client("u"), x=Shop("u"))

    ## never given one
    import weaviate
    def run(client):
        client.batch.flush()
    run(Shop("u"))
    c = weaviate.Client("u")

    ## another function of the same name
    import weaviate
    class Other:
        def run(self, client):
            client.batch.flush()
    def run(client):
        client.batch.flush()  # WV410
    run(weaviate.Client("u"))
    Other().run(Shop("u"))

    ## by one caller of two
    import weaviate
    def run(client):
        client.batch.flush()  # WV410
    run(Shop("u"))
    run(weaviate.Client("u"))

    ## through two functions
    import weaviate
    def outer(c):
        inner(c, Shop("u"))
    def inner(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    outer(weaviate.Client("u"))

    ## method
    import weaviate
    class Store:
        def run(self, client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()
    Store().run(weaviate.Client("u"), Shop("u"))

    ## method called on self
    import weaviate
    class Store:
        def start(self):
            self.run(weaviate.Client("u"), shop=Shop("u"))
        def run(self, client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()

    ## static method
    import weaviate
    class Store:
        @staticmethod
        def run(client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()
    Store.run(weaviate.Client("u"), Shop("u"))

    ## class method
    import weaviate
    class Store:
        @classmethod
        def run(cls, client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()
    Store.run(weaviate.Client("u"), Shop("u"))

    ## constructor
    import weaviate
    class Store:
        def __init__(self, client, shop):
            self.client = client
            self.shop = shop
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    Store(weaviate.Client("u"), Shop("u"))

    ## constructor by keyword
    import weaviate
    class Store:
        def __init__(self, *, client, shop=None):
            self.client = client
            self.shop = shop
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    Store(shop=Shop("u"), client=weaviate.Client("u"))

    ## constructor of two classes
    import weaviate
    class Store:
        def __init__(self, client):
            self.client = client
            self.client.batch.flush()  # WV410
    class Other:
        def __init__(self, client):
            self.client = client
            self.client.batch.flush()
    Store(weaviate.Client("u"))
    Other(Shop("u"))

    ## through super
    import weaviate
    class Base:
        def __init__(self, client):
            self.client = client
        def run(self):
            self.client.batch.flush()  # WV410
    class Store(Base):
        def __init__(self):
            super().__init__(weaviate.Client("u"))

    ## through super, of a shop
    import weaviate
    class Base:
        def __init__(self, client):
            self.client = client
        def run(self):
            self.client.batch.flush()
    class Store(Base):
        def __init__(self):
            super().__init__(Shop("u"))

    ## dataclass without useful annotations
    import weaviate
    from dataclasses import dataclass
    from typing import Any
    @dataclass
    class Store:
        client: Any
        shop: Any
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()
    Store(weaviate.Client("u"), shop=Shop("u"))

    ## default
    import weaviate
    def run(client=weaviate.Client("u"), shop=Shop("u")):
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## thread
    import threading, weaviate
    def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    threading.Thread(target=run, args=(weaviate.Client("u"), Shop("u"))).start()

    ## thread with kwargs
    import threading, weaviate
    def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    threading.Thread(target=run, kwargs={"client": weaviate.Client("u"), "shop": Shop("u")}).start()

    ## thread of a method
    import threading, weaviate
    class Store:
        def start(self):
            threading.Thread(target=self.run, args=(weaviate.Client("u"), Shop("u"))).start()
        def run(self, client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()

    ## executor
    import weaviate
    def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    executor.submit(run, weaviate.Client("u"), Shop("u"))

    ## executor map
    import weaviate
    def run(client):
        client.batch.flush()  # WV410
    def walk(shop):
        shop.batch.flush()
    executor.map(run, [weaviate.Client("u")])
    executor.map(walk, [Shop("u")])

    ## to_thread
    import asyncio, weaviate
    def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    async def main():
        await asyncio.to_thread(run, weaviate.Client("u"), Shop("u"))

    ## partial
    import functools, weaviate
    def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    job = functools.partial(run, weaviate.Client("u"), shop=Shop("u"))

    ## async
    import weaviate
    async def run(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    async def main():
        await run(weaviate.Client("u"), Shop("u"))

    ## starred arguments
    import weaviate
    def run(*clients):
        for c in clients:
            c.batch.flush()  # WV410
    def walk(*shops):
        for c in shops:
            c.batch.flush()
    run(weaviate.Client("u"), weaviate.Client("v"))
    walk(Shop("u"))

    ## keyword arguments
    import weaviate
    def run(**given):
        given["client"].batch.flush()  # WV410
    run(client=weaviate.Client("u"))

    ## container of arguments
    import weaviate
    def run(pair):
        client, shop = pair
        client.batch.flush()  # WV410
        shop.batch.flush()
    run((weaviate.Client("u"), Shop("u")))

    ## lambda called at once
    import weaviate
    (lambda c: c.batch.flush())(weaviate.Client("u"))  # WV410
    (lambda c: c.batch.flush())(Shop("u"))

    ## lambda under a name
    import weaviate
    run = lambda c: c.batch.flush()  # WV410
    run(weaviate.Client("u"))
    walk = lambda c: c.batch.flush()
    walk(Shop("u"))

    ## recursion
    import weaviate
    def run(client, n):
        client.batch.flush()  # WV410
        run(client, n - 1)
    run(weaviate.Client("u"), 3)
""")

CALLS = cases("""
    ## cast
    import typing, weaviate
    typing.cast(weaviate.Client, x).batch.flush()  # WV410
    typing.cast("weaviate.Client", x).batch.flush()  # WV410
    typing.cast(Shop, x).batch.flush()
    typing.cast(Shop, weaviate.Client("u")).batch.flush()

    ## isinstance
    import weaviate
    def run(x):
        if isinstance(x, weaviate.Client):
            x.batch.flush()  # WV410
        elif isinstance(x, Shop):
            x.batch.flush()
        else:
            x.batch.flush()

    ## isinstance with several classes
    import weaviate
    def run(x, y):
        if isinstance(x, (Shop, weaviate.Client)):
            x.batch.flush()  # WV410
        if isinstance(y, (Shop, Other)):
            y.batch.flush()

    ## isinstance and return
    import weaviate
    def run(x):
        if not isinstance(x, weaviate.Client):
            return x.batch.flush()
        x.batch.flush()  # WV410

    ## isinstance and assert
    import weaviate
    def run(x, y):
        x.batch.flush()
        assert isinstance(x, weaviate.Client)
        x.batch.flush()  # WV410
        y.batch.flush()

    ## isinstance in one condition
    import weaviate
    def run(x):
        return isinstance(x, weaviate.Client) and x.batch.flush()  # WV410
    def walk(x):
        return isinstance(x, Shop) and x.batch.flush()

    ## isinstance rules out
    import weaviate
    def run(x: "weaviate.Client | Shop"):
        if isinstance(x, Shop):
            x.batch.flush()
        else:
            x.batch.flush()  # WV410

    ## getattr with a default
    import weaviate
    client = weaviate.Client("u")
    getattr(client, "batch", None).flush()  # WV401 WV410
    getattr(client, name).flush()
    getattr(Shop("u"), "batch", None).flush()

    ## getattr of a module
    import weaviate
    getattr(weaviate, "Client")("u").batch.flush()  # WV100 WV410
    getattr(shop, "Client")("u").batch.flush()

    ## importlib
    import importlib
    wv = importlib.import_module("weaviate")
    sh = importlib.import_module("shop")
    wv.Client("u").batch.flush()  # WV410
    sh.Client("u").batch.flush()

    ## importlib of a submodule
    from importlib import import_module
    import_module("weaviate.client").Client("u").batch.flush()  # WV410
    import_module(".weaviate", __package__).Client("u").batch.flush()
    import_module("shop.client").Client("u").batch.flush()

    ## dunder import
    wv = __import__("weaviate")
    wv.Client("u").batch.flush()  # WV410
    __import__("shop").Client("u").batch.flush()

    ## pytest.importorskip
    import pytest
    weaviate = pytest.importorskip("weaviate")
    weaviate.Client("u").batch.flush()  # WV410
    shop = pytest.importorskip("shop")
    shop.Client("u").batch.flush()

    ## contextlib.closing
    import contextlib, weaviate
    with contextlib.closing(weaviate.Client("u")) as c, contextlib.closing(Shop("u")) as s:
        c.batch.flush()  # WV410
        s.batch.flush()

    ## contextlib.nullcontext
    import contextlib, weaviate
    with contextlib.nullcontext(weaviate.Client("u")) as c:
        c.batch.flush()  # WV410

    ## ExitStack
    import contextlib, weaviate
    with contextlib.ExitStack() as stack:
        c = stack.enter_context(weaviate.Client("u"))
        s = stack.enter_context(Shop("u"))
        c.batch.flush()  # WV410
        s.batch.flush()

    ## AsyncExitStack
    import contextlib, weaviate
    @contextlib.asynccontextmanager
    async def connect():
        yield weaviate.Client("u")
    async def run():
        async with contextlib.AsyncExitStack() as stack:
            c = await stack.enter_async_context(connect())
            c.batch.flush()  # WV410
            s = await stack.enter_async_context(open())
            s.batch.flush()

    ## ContextVar
    from contextvars import ContextVar
    import weaviate
    CURRENT: ContextVar[weaviate.Client] = ContextVar("current")
    OTHER: ContextVar[Shop] = ContextVar("other")
    CURRENT.get().batch.flush()  # WV410
    OTHER.get().batch.flush()

    ## ContextVar that is set
    from contextvars import ContextVar
    import weaviate
    CURRENT, OTHER = ContextVar("current"), ContextVar("other")
    CURRENT.set(weaviate.Client("u"))
    OTHER.set(Shop("u"))
    def run():
        CURRENT.get().batch.flush()  # WV410
        OTHER.get().batch.flush()

    ## copy
    import copy, weaviate
    copy.copy(weaviate.Client("u")).batch.flush()  # WV410
    copy.deepcopy(Shop("u")).batch.flush()

    ## weakref
    import weakref, weaviate
    weakref.proxy(weaviate.Client("u")).batch.flush()  # WV410
    weakref.proxy(Shop("u")).batch.flush()

    ## FastAPI Depends
    from fastapi import Depends
    import weaviate
    def get_client():
        return weaviate.Client("u")
    def get_shop():
        yield Shop("u")
    def get_yielded():
        yield weaviate.Client("u")
    def run(a=Depends(get_client), b=Depends(get_shop), c=Depends(get_yielded)):
        a.batch.flush()  # WV410
        b.batch.flush()
        c.batch.flush()  # WV410

    ## FastAPI Annotated
    from typing import Annotated, Any
    from fastapi import Depends
    import weaviate
    def get_client():
        return weaviate.Client("u")
    def get_shop():
        return Shop("u")
    def run(a: Annotated[Any, Depends(get_client)], b: Annotated[Any, Depends(get_shop)]):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Flask g
    from flask import g
    import weaviate
    def connect():
        if "db" not in g:
            g.db = weaviate.Client("u")
            g.shop = Shop("u")
        return g.db
    connect().batch.flush()  # WV410
    g.shop.batch.flush()

    ## retried
    import weaviate
    from tenacity import Retrying
    client = Retrying()(weaviate.Client, "u")
    shop = Shop("u")
    shop.batch.flush()
""")

CLASSES = cases("""
    ## subclass
    import weaviate
    class Wv(weaviate.Client):
        def run(self):
            self.batch.flush()  # WV410
    class Sh(Shop):
        def run(self):
            self.batch.flush()
    Wv("u").batch.flush()  # WV410
    Sh("u").batch.flush()

    ## subclass of a subclass
    from weaviate import Client
    class Wv(Client): ...
    class Own(Wv):
        def run(self):
            self.batch.flush()  # WV410
            super().batch.flush()  # WV410
    Own("u").batch.flush()  # WV410

    ## subclass that defines the member
    import weaviate
    class Wv(weaviate.Client):
        batch = Shop("u")
        def run(self):
            self.batch.flush()

    ## annotation with a subclass
    import weaviate
    class Wv(weaviate.Client): ...
    class Sh(Shop): ...
    def run(a: Wv, b: "Sh"):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## own class called Client
    import weaviate
    class Client:
        pass
    Client().batch.flush()
    weaviate.Client("u").batch.flush()  # WV410

    ## own class called WeaviateClient
    import weaviate
    class WeaviateClient:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.schema = {}
        def run(self):
            self.client.batch.flush()  # WV410
            self.batch.flush()
    WeaviateClient().schema
    WeaviateClient().client.batch.flush()  # WV410

    ## own class with v3 names
    import weaviate
    class Store:
        def __init__(self):
            self.schema = Schema()
            self.batch = Batch()
        def run(self):
            self.schema.delete_class("A")
            self.batch.flush()
    class Schema:
        def delete_class(self, name): ...
    class Batch:
        def flush(self): ...
    v4 = weaviate.connect_to_local()

    ## star import
    from weaviate import *
    Client("u").batch.flush()  # WV410
    Shop("u").batch.flush()

    ## star import of another library
    import weaviate
    from shop import *
    Client("u").batch.flush()

    ## relative import of a local module
    from .weaviate import Client
    from . import weaviate
    Client("u").batch.flush()
    weaviate.Client("u").batch.flush()

    ## relative import from above
    from ..weaviate.client import Client
    Client("u").batch.flush()
    def run(c: Client):
        c.batch.flush()

    ## a package of a longer name
    from weaviate_helpers import Client
    import weaviatelike
    Client("u").batch.flush()
    weaviatelike.Client("u").batch.flush()

    ## imports in try
    try:
        from weaviate import Client
    except ImportError:
        Client = None
    Client("u").batch.flush()  # WV410

    ## other v3 classes
    from weaviate.gql.get import GetBuilder  # WV503
    from shop import Shop
    def run(b: GetBuilder, s: Shop):  # WV503
        b.with_limit(3)  # WV528
        s.with_limit(3)

    ## metaclass and decorated class
    import weaviate
    @singleton
    class Wv(weaviate.Client): ...
    @singleton
    class Sh(shop.Client): ...
    Wv().batch.flush()  # WV410
    Sh().batch.flush()
""")

TESTS = cases("""
    ## mock with spec
    from unittest.mock import MagicMock, Mock
    import weaviate
    a, b = MagicMock(spec=weaviate.Client), Mock(spec=Shop)
    a.batch.flush.return_value = 1  # WV410
    b.batch.flush.return_value = 1

    ## create_autospec
    from unittest import mock
    import weaviate
    a, b = mock.create_autospec(weaviate.Client), mock.create_autospec(Shop)
    a.batch.flush()  # WV410
    b.batch.flush()

    ## chain of return values
    from unittest.mock import Mock
    import weaviate
    from shop import Shop
    a = Mock(spec=weaviate.Client)
    a.query.get.return_value.with_limit.return_value.do.return_value = {}  # WV501
    b = Mock(spec=Shop)
    b.query.get.return_value.with_limit.return_value.do.return_value = {}

    ## patch of a v3 path
    from unittest.mock import patch
    with patch("weaviate.Client"):  # WV100
        pass
    with patch("weaviate.WeaviateClient"), patch("shop.Client"):
        pass

    ## patch as a decorator
    from unittest import mock
    @mock.patch("app.db.weaviate.Client")  # WV100
    @mock.patch("app.db.shop.Client")
    def test_it(shop, client): ...

    ## patch of a member
    from unittest import mock
    @mock.patch("weaviate.schema.Schema.delete_class")  # WV203
    @mock.patch("shop.schema.Schema.delete_class")
    def test_it(a, b): ...

    ## patch.object
    from unittest import mock
    import weaviate
    with mock.patch.object(weaviate, "Client"):  # WV100
        pass
    with mock.patch.object(weaviate.Client, "schema"):  # WV100 WV200
        pass
    with mock.patch.object(shop, "Client"):
        pass

    ## patch.dict
    from unittest import mock
    with mock.patch.dict("os.environ", {"URL": "weaviate.Client"}):
        pass

    ## monkeypatch
    import weaviate
    def test_it(monkeypatch):
        monkeypatch.setattr("weaviate.Client", make)  # WV100
        monkeypatch.setattr(weaviate, "Client", make)  # WV100
        monkeypatch.setattr("shop.Client", make)
        monkeypatch.setattr(shop, "Client", make)
        monkeypatch.setenv("URL", "weaviate.Client")

    ## mocker
    def test_it(mocker):
        mocker.patch("weaviate.Client")  # WV100
        mocker.patch("app.weaviate.Client.schema")  # WV200
        mocker.patch("shop.Client")

    ## strings that are none
    import weaviate
    log("weaviate.Client is gone")
    x = "weaviate.Client"
    '''weaviate.Client'''

    ## fixture
    import pytest, weaviate
    @pytest.fixture
    def client():
        return weaviate.Client("u")
    @pytest.fixture
    def shop():
        return Shop("u")
    def test_it(client, shop):
        client.batch.flush()  # WV410
        shop.batch.flush()
    def helper(client):
        client.batch.flush()

    ## yield fixture
    import pytest, weaviate
    @pytest.fixture(scope="session")
    def client():
        client = weaviate.Client("u")
        yield client
        client.batch.flush()  # WV410
    async def test_it(client):
        client.batch.flush()  # WV410

    ## fixture of a fixture
    import pytest, weaviate
    @pytest.fixture
    def client():
        yield weaviate.Client("u")
    @pytest.fixture
    def batch(client):
        return client.batch  # WV401
    def test_it(batch):
        batch.flush()  # WV410

    ## fixture by name
    import pytest, weaviate
    @pytest.fixture(name="client")
    def _make():
        return weaviate.Client("u")
    @pytest.fixture(name="shop")
    def client2():
        return weaviate.Client("u")
    def test_it(client, client2):
        client.batch.flush()  # WV410
        client2.batch.flush()

    ## class fixture
    import pytest, weaviate
    class TestIt:
        @pytest.fixture
        def client(self):
            return weaviate.Client("u")
        def test_it(self, client, shop):
            client.batch.flush()  # WV410
            shop.batch.flush()

    ## autouse fixture that sets self
    import pytest, weaviate
    class TestIt:
        @pytest.fixture(autouse=True)
        def setup(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        def test_it(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## pytest_asyncio fixture
    import pytest_asyncio, weaviate
    @pytest_asyncio.fixture
    async def client():
        yield weaviate.Client("u")
    async def test_it(client):
        client.batch.flush()  # WV410

    ## fixture that returns a factory
    import pytest, weaviate
    @pytest.fixture
    def connect():
        def inner(url):
            return weaviate.Client(url)
        return inner
    def test_it(connect):
        connect("u").batch.flush()  # WV410
        connect.batch.flush()

    ## getfixturevalue
    import pytest, weaviate
    @pytest.fixture
    def client():
        return weaviate.Client("u")
    def test_it(request):
        request.getfixturevalue("client").batch.flush()  # WV410
        request.getfixturevalue("shop").batch.flush()

    ## parameter of a parametrised test
    import pytest, weaviate
    @pytest.mark.parametrize("client", [weaviate.Client("a"), weaviate.Client("b")])
    def test_it(client):
        client.batch.flush()  # WV410
    @pytest.mark.parametrize("client", [Shop("a")])
    def test_other(client):
        client.batch.flush()

""")


@pytest.mark.parametrize("text", CONTAINERS)
def test_containers(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", UNPACKING)
def test_unpacking(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", ATTRIBUTES)
def test_attributes(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", FUNCTIONS)
def test_functions(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", PARAMETERS)
def test_parameters(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", CALLS)
def test_calls(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", CLASSES)
def test_classes(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", TESTS)
def test_code_of_tests(text: str) -> None:
    assert_marked(text)


def test_a_very_long_chain() -> None:
    links = ".with_limit(1)" * 300
    text = f'import weaviate\nc = weaviate.Client()\nr = c.query.get("A", ["b"]){links}.do()\n'
    assert found(text) == [(2, 14, "WV100"), (3, 7, "WV501")]


def test_a_deep_expression() -> None:
    text = f"import weaviate\nc = weaviate.Client()\nr = {'(' * 80}c{')' * 80}.batch.flush()\nx = {'f(' * 80}c.schema{')' * 80}\n"
    assert [code for *_, code in found(text)] == ["WV100", "WV410", "WV200"]


def test_classes_that_are_each_others_bases() -> None:
    """As setuptools plugins have it: a class is made of what a table holds, and put into the table."""
    text = """
        import weaviate
        def first(dist):
            base = dist.cmdclass.get("build", weaviate.Client)
            class First(base):
                def run(self):
                    self.batch.flush()
            dist.cmdclass["build"] = First
        def second(dist):
            base = dist.cmdclass.get("build", weaviate.Client)
            class Second(base):
                def run(self):
                    self.batch.flush()
            dist.cmdclass["build"] = Second
        """
    assert {code for *_, code in found(text)} == {"WV100", "WV410"}
