"""Constructs of Python by which a client gets from one place to another, and those beside them by which it does not."""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases

CASES = cases("""
    ## mock of a spec and a name
    import weaviate
    from unittest.mock import create_autospec, MagicMock, Mock
    a = create_autospec(weaviate.Client, True)  # WV100
    a.schema.get()  # WV207
    b = MagicMock(spec=weaviate.Client)  # WV100
    b.schema.get()  # WV207
    c = Mock(wraps=weaviate.Client("u"))  # WV100 WV101
    c.schema.get()  # WV207
    d = Mock(3, weaviate.Client)  # WV100
    d.schema.get()

    ## a dataclass's field without a default
    import weaviate
    from dataclasses import dataclass, field
    @dataclass
    class A:
        client: weaviate.Client = field(repr=False)  # WV100
        made: object = field(default_factory=lambda: weaviate.Client("u"))  # WV100 WV101
        given: object = field(default=weaviate.Client("u"))  # WV100 WV101
        other: object = field(repr=False)
    def f(a: A):
        a.client.schema.get()  # WV207
        a.made.schema.get()  # WV207
        a.given.schema.get()  # WV207
        a.other.schema.get()

    ## a function that yields and returns
    import weaviate
    def f(x):
        if x:
            return weaviate.Client("u")  # WV100 WV101
        yield weaviate.Client("v")  # WV100 WV101
    for c in f(1):
        c.schema.get()  # WV207
    def g():
        yield from f(0)
    for c in g():
        c.schema.get()  # WV207
    next(g()).schema.get()  # WV207

    ## a loop's name behind the loop
    import weaviate
    c = None
    for u in "ab":
        if c is not None:
            c.schema.get()  # WV207
        c = weaviate.Client(u)  # WV100 WV101
    else:
        c.query.get("A")  # WV501 WV504
    c.schema.get()  # WV207

    ## a while loop's else
    import weaviate
    c = None
    while c is None:
        c = weaviate.Client("u")  # WV100 WV101
    else:
        c.schema.get()  # WV207

    ## a name bound anew
    import weaviate
    c = weaviate.Client("u")  # WV100 WV101
    c.schema.get()  # WV207
    c = open("f")
    c.schema.get()
    c = weaviate.Client("u")  # WV100 WV101
    c.schema.get()  # WV207
    del c
    c.schema.get()

    ## a name bound in one branch
    import weaviate
    def f(x):
        if x:
            c = weaviate.Client("u")  # WV100 WV101
        else:
            c = open("f")
        c.schema.get()  # WV207
    def g(x):
        if x:
            c = weaviate.Client("u")  # WV100 WV101
            return c.schema.get()  # WV207
        else:
            c = open("f")
        c.schema.get()

    ## a try and its handlers
    import weaviate
    try:
        c = weaviate.Client("u")  # WV100 WV101
    except Exception:
        c = open("f")
        c.schema.get()
    else:
        c.schema.get()  # WV207
    finally:
        c.schema.get()  # WV207

    ## by place, name, default, star
    import weaviate
    def f(a, /, b, *rest, c=weaviate.Client("u"), **more):  # WV100 WV101
        a.schema.get()  # WV207
        b.schema.get()
        c.schema.get()  # WV207
        rest[0].schema.get()  # WV207
        more["d"].schema.get()  # WV207
    f(weaviate.Client("u"), 3, weaviate.Client("u"), d=weaviate.Client("u"))  # WV100 WV101 WV100 WV101 WV100 WV101

    ## defaults by place
    import weaviate
    def f(a, b=weaviate.Client("u"), c=3):  # WV100 WV101
        a.schema.get()
        b.schema.get()  # WV207
        c.schema.get()
    g = lambda x, y=weaviate.Client("u"): y.schema.get() or x.schema.get()  # WV100 WV101 WV207

    ## a method of a class, of its object, and a static one
    import weaviate
    class A:
        def __init__(self, c):
            self.c = c
        def m(self, x):
            x.schema.get()  # WV207
            self.c.schema.get()  # WV207
        @classmethod
        def k(cls, x):
            x.schema.get()  # WV207
            return cls(weaviate.Client("u"))  # WV100 WV101
        @staticmethod
        def s(x):
            x.schema.get()  # WV207
    a = A(weaviate.Client("u"))  # WV100 WV101
    a.m(weaviate.Client("u"))  # WV100 WV101
    A.k(weaviate.Client("u")).c.schema.get()  # WV100 WV101 WV207
    A.s(weaviate.Client("u"))  # WV100 WV101

    ## super
    import weaviate
    class A:
        def __init__(self):
            self.c = weaviate.Client("u")  # WV100 WV101
        def client(self):
            return self.c
    class B(A):
        def __init__(self):
            super().__init__()
            self.c.schema.get()  # WV207
        def client(self):
            return super().client()
    B().client().schema.get()  # WV207

    ## a property
    import weaviate, functools
    class A:
        @property
        def c(self):
            return weaviate.Client("u")  # WV100 WV101
        @functools.cached_property
        def d(self):
            return weaviate.Client("u")  # WV100 WV101
        def e(self):
            return weaviate.Client("u")  # WV100 WV101
    A().c.schema.get()  # WV207
    A().d.schema.get()  # WV207
    A().e.schema.get()
    A().e().schema.get()  # WV207

    ## a class's attribute, set from outside
    import weaviate
    class A:
        c = None
    class B:
        c = None
    A.c = weaviate.Client("u")  # WV100 WV101
    A.c.schema.get()  # WV207
    A().c.schema.get()  # WV207
    B().c.schema.get()
    setattr(B, "d", weaviate.Client("u"))  # WV100 WV101
    B.d.schema.get()  # WV207

    ## nonlocal and global
    import weaviate
    c = None
    def start():
        global c
        c = weaviate.Client("u")  # WV100 WV101
    def use():
        c.schema.get()  # WV207
    def outer():
        d = None
        def inner():
            nonlocal d
            d = weaviate.Client("u")  # WV100 WV101
        inner()
        d.schema.get()  # WV207
    def other():
        c = None
        c.schema.get()

    ## containers
    import weaviate
    many = []
    many.append(weaviate.Client("u"))  # WV100 WV101
    many[0].schema.get()  # WV207
    named = {}
    named["a"] = weaviate.Client("u")  # WV100 WV101
    named["a"].schema.get()  # WV207
    named.get("a").schema.get()  # WV207
    named.setdefault("b", weaviate.Client("u")).schema.get()  # WV100 WV101 WV207
    named.pop("a").schema.get()  # WV207
    for c in named.values():
        c.schema.get()  # WV207
    for key, c in named.items():
        c.schema.get()  # WV207
        key.schema.get()
    for n, c in enumerate(many):
        c.schema.get()  # WV207
        n.schema.get()
    for c, n in zip(many, [1]):
        c.schema.get()  # WV207
        n.schema.get()
    [c.schema.get() for c in many]  # WV207
    (a, *rest) = [weaviate.Client("u"), 3]  # WV100 WV101
    a.schema.get()  # WV207
    sorted(many)[0].schema.get()  # WV207
    many.pop().schema.get()  # WV207

    ## with
    import weaviate, contextlib
    with weaviate.Client("u") as c, open("f") as f:  # WV100 WV101
        c.schema.get()  # WV207
        f.schema.get()
    @contextlib.contextmanager
    def opened():
        yield weaviate.Client("u")  # WV100 WV101
    with opened() as c:
        c.schema.get()  # WV207
    class M:
        def __enter__(self):
            return weaviate.Client("u")  # WV100 WV101
        def __exit__(self, *a): ...
    with M() as c:
        c.schema.get()  # WV207
    with contextlib.closing(weaviate.Client("u")) as c:  # WV100 WV101
        c.schema.get()  # WV207

    ## async
    import asyncio, weaviate
    async def make():
        return weaviate.Client("u")  # WV100 WV101
    async def use():
        c = await make()
        c.schema.get()  # WV207
        make().schema.get()  # WV207
    async def many():
        yield weaviate.Client("u")  # WV100 WV101
    async def loop():
        async for c in many():
            c.schema.get()  # WV207
    asyncio.run(make()).schema.get()  # WV207

    ## match
    import weaviate
    def f(x):
        match x:
            case weaviate.Client() as c:  # WV100
                c.schema.get()  # WV207
            case {"c": weaviate.Client() as d}:  # WV100
                d.schema.get()  # WV207
            case _:
                x.schema.get()

    ## conditions that tell the class
    import weaviate
    def f(c: weaviate.Client | None, d):  # WV100
        if c is None:
            return
        c.schema.get()  # WV207
        if isinstance(d, weaviate.Client):  # WV100
            d.schema.get()  # WV207
        if not isinstance(d, weaviate.Client):  # WV100
            return
        d.schema.get()  # WV207

    ## annotations
    import weaviate
    from typing import Annotated, ClassVar, Final, Literal, Optional, Union, Callable, Iterator, Type
    def f(a: Optional[weaviate.Client], b: Union[int, weaviate.Client], c: "weaviate.Client", d: Annotated[weaviate.Client, 3],  # WV100 WV100 WV100 WV100
          e: list[weaviate.Client], g: dict[str, weaviate.Client], h: Callable[[], weaviate.Client], i: Iterator[weaviate.Client],  # WV100 WV100 WV100 WV100
          j: Type[weaviate.Client], k: Literal["weaviate.Client"], l: tuple[int, weaviate.Client], m: "list[weaviate.Client]"):  # WV100 WV100 WV100
        a.schema.get()  # WV207
        b.schema.get()  # WV207
        c.schema.get()  # WV207
        d.schema.get()  # WV207
        e[0].schema.get()  # WV207
        g["x"].schema.get()  # WV207
        h().schema.get()  # WV207
        next(i).schema.get()  # WV207
        j("u").schema.get()  # WV207
        k.schema.get()
        l[0].schema.get()
        l[1].schema.get()  # WV207
        m[0].schema.get()  # WV207
    x: Final = weaviate.Client("u")  # WV100 WV101
    x.schema.get()  # WV207

    ## a subclass's fluent methods
    import weaviate
    from weaviate.gql.get import GetBuilder  # WV503
    class Q(GetBuilder):  # WV503
        def mine(self):
            return self.with_limit(3)  # WV528
    def f(q: Q):
        q.with_limit(3).mine().with_offset(2).do()  # WV528

    ## getattr and vars
    import weaviate
    c = weaviate.Client("u")  # WV100 WV101
    getattr(c, "schema").get()  # WV200 WV207
    getattr(c, "schema", None).get()  # WV200 WV207
    getattr(c, name).get()
    n = "query"
    getattr(c, n).get("A")  # WV500 WV501 WV504
    hasattr(c, "query")

    ## a conditional expression, or, and
    import weaviate
    c = weaviate.Client("u")  # WV100 WV101
    (c if x else None).schema.get()  # WV207
    (None or c).schema.get()  # WV207
    (x and c).schema.get()  # WV207
    (d := c).schema.get()  # WV207
    d.schema.get()  # WV207
    (lambda: c)().schema.get()  # WV207

    ## partial and decorators
    import functools, weaviate
    make = functools.partial(weaviate.Client, "u")  # WV100
    make().schema.get()  # WV207
    @functools.lru_cache
    def one():
        return weaviate.Client("u")  # WV100 WV101
    one().schema.get()  # WV207
    @functools.cache
    def two() -> weaviate.Client: ...  # WV100
    two().schema.get()  # WV207
    @app.get("/")
    def three():
        return weaviate.Client("u")  # WV100 WV101
    three().schema.get()  # WV207

    ## inner classes and enums
    import enum, weaviate
    class A:
        class B:
            c = weaviate.Client("u")  # WV100 WV101
        class E(enum.Enum):
            x = "schema"
        b = B()
    A.B.c.schema.get()  # WV207
    A().b.c.schema.get()  # WV207
    A.b.c.schema.get()  # WV207

    ## named tuples
    import weaviate
    from typing import NamedTuple, TypedDict
    class P(NamedTuple):
        c: weaviate.Client  # WV100
        n: int
    class T(TypedDict):
        c: weaviate.Client  # WV100
        n: int
    def f(p: P, t: T):
        p.c.schema.get()  # WV207
        p.n.schema.get()
        t["c"].schema.get()  # WV207
        t["n"].schema.get()
        c, n = p
        c.schema.get()  # WV207

    ## imports
    import weaviate as w
    from weaviate import Client as C  # WV100
    import weaviate.schema as s  # WV180
    from weaviate.schema import Schema  # WV218
    w.Client("u").schema.get()  # WV100 WV101 WV207
    C("u").schema.get()  # WV100 WV101 WV207
    s.Schema(x).get()  # WV218 WV207
    Schema(x).get()  # WV218 WV207

    ## fixtures
    import pytest, weaviate
    @pytest.fixture
    def client():
        yield weaviate.Client("u")  # WV100 WV101
    @pytest.fixture(name="db")
    def _db():
        return weaviate.Client("u")  # WV100 WV101
    def test_a(client, db, _db):
        client.schema.get()  # WV207
        db.schema.get()  # WV207
        _db.schema.get()

    ## a function or method that hands back one of its arguments
    import weaviate
    def second(a, b):
        return b
    class A:
        def second(self, a, b):
            return b
        @classmethod
        def third(cls, a, b):
            return b
        @staticmethod
        def fourth(a, b):
            return b
    c = weaviate.Client("u")  # WV100 WV101
    second(c, 3).schema.get()
    second(3, c).schema.get()  # WV207
    A().second(c, 3).schema.get()
    A().second(3, c).schema.get()  # WV207
    A.third(3, c).schema.get()  # WV207
    A.third(c, 3).schema.get()
    A.fourth(3, c).schema.get()  # WV207
    A.fourth(b=c, a=3).schema.get()  # WV207

    ## a part of a schema that is copied
    import weaviate
    c = weaviate.Client("u")  # WV100 WV101
    s = c.schema.get().copy()  # WV207
    s["classes"]  # WV256
    for k in s.values():
        k[0]["vectorizer"]  # WV256

    ## an instance of one client or the other
    import weaviate
    def f(c, d):
        if isinstance(c, weaviate.Client):  # WV100
            c.schema.get()  # WV207
        else:
            c.collections.list_all()
        if isinstance(weaviate.Client, d):  # WV100
            d.schema.get()

    ## a provider that is depended on
    import weaviate
    from typing import Annotated
    from fastapi import Depends
    def provide():
        yield weaviate.Client("u")  # WV100 WV101
    def given():
        return weaviate.Client("u")  # WV100 WV101
    def f(a=Depends(provide), b=Depends(given), c=Depends(), d: Annotated[object, Depends(given)] = None):
        a.schema.get()  # WV207
        b.schema.get()  # WV207
        c.schema.get()
        d.schema.get()  # WV207

    ## another name for the first parameter
    import weaviate
    class A:
        def __init__(this):
            this.c = weaviate.Client("u")  # WV100 WV101
        def use(me):
            me.c.schema.get()  # WV207
        def other(me, that):
            that.c.schema.get()
""")


@pytest.mark.parametrize("text", CASES)
def test_constructs(text: str) -> None:
    assert_marked(text)
