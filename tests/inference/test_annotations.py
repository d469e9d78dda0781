"""Annotations that say what a name is, each beside one that says it of another class."""

from __future__ import annotations

import sys

import pytest
from helpers import assert_marked, cases, found

PARAMETERS = cases("""
    ## plain
    import weaviate, shop
    def run(a: weaviate.Client, b: shop.Client):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## from-import
    from weaviate import Client
    from shop import Client as Shop
    def run(a: Client, b: Shop):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## submodule
    import weaviate.client, shop.client
    def run(a: weaviate.client.Client, b: shop.client.Client):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## from-import of a submodule
    from weaviate.client import Client
    from weaviate import client as wvc
    def run(a: Client, b: wvc.Client, c: wvc.Shop):
        a.batch.flush()  # WV410
        b.batch.flush()  # WV410

    ## v4 client
    import weaviate
    def run(a: weaviate.WeaviateClient, b: weaviate.WeaviateAsyncClient):
        a.collections.list_all()
        b.collections.list_all()

    ## v3 member of a v4 client
    import weaviate
    def run(a: weaviate.WeaviateClient):
        a.schema.get("A")  # WV206
        a.collections.list_all()

    ## string
    import weaviate
    def run(a: "weaviate.Client", b: "shop.Client"):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## string under TYPE_CHECKING
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from weaviate import Client
        from shop import Client as Shop
    def run(a: "Client", b: "Shop"):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## string in single and triple quotes
    import weaviate
    def run(a: 'weaviate.Client', b: \"\"\"weaviate.Client\"\"\", c: 'not an annotation', d: 'shop.Client'):
        a.batch.flush()  # WV410
        b.batch.flush()  # WV410
        c.batch.flush()
        d.batch.flush()

    ## Optional
    import weaviate
    from typing import Optional
    def run(a: Optional[weaviate.Client] = None, b: Optional[shop.Client] = None):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## typing as module
    import typing as t
    import weaviate
    def run(a: t.Optional[weaviate.Client], b: t.Optional[shop.Client]):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Optional of a string
    import weaviate
    from typing import Optional
    def run(a: Optional["weaviate.Client"], b: Optional["shop.Client"]):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## whole string with Optional
    import weaviate
    def run(a: "Optional[weaviate.Client]", b: "Optional[shop.Client]"):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## or None
    import weaviate
    def run(a: weaviate.Client | None, b: None | weaviate.Client, c: shop.Client | None):
        a.batch.flush()  # WV410
        b.batch.flush()  # WV410
        c.batch.flush()

    ## or None in a string
    import weaviate
    def run(a: "weaviate.Client | None", b: "shop.Client | None"):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Union with another class
    import weaviate
    from typing import Union
    def run(a: Union[weaviate.Client, str], b: Union[shop.Client, str]):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Union of both clients
    import weaviate
    from typing import Union
    def run(a: Union[weaviate.WeaviateClient, weaviate.Client]):
        a.batch.flush()  # WV410
        a.collections.list_all()

    ## Annotated
    import weaviate
    from typing import Annotated
    def run(a: Annotated[weaviate.Client, "x"], b: Annotated[shop.Client, weaviate.Client]):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Final and ClassVar
    import weaviate
    from typing import ClassVar, Final
    A: Final[weaviate.Client] = make()
    B: Final[shop.Client] = make()
    A.batch.flush()  # WV410
    B.batch.flush()
    class Store:
        client: ClassVar[weaviate.Client]
        shop: ClassVar[shop.Client]
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## bare Final
    import weaviate
    from typing import Final
    A: Final = weaviate.Client("u")
    B: Final = shop.Client("u")
    A.batch.flush()  # WV410
    B.batch.flush()

    ## Any tells nothing
    import weaviate
    from typing import Any
    a: Any = weaviate.Client("u")
    b: Any = shop.Client("u")
    a.batch.flush()  # WV410
    b.batch.flush()

    ## object tells nothing
    import weaviate
    def run(a: object = weaviate.Client("u"), b: object = shop.Client("u")):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## default None
    import weaviate
    def run(a: weaviate.Client = None, b: shop.Client = None):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## keyword-only and positional-only
    import weaviate
    def run(a: weaviate.Client, b: shop.Client, /, *, c: weaviate.Client, d: shop.Client):
        a.batch.flush()  # WV410
        b.batch.flush()
        c.batch.flush()  # WV410
        d.batch.flush()

    ## starred
    import weaviate
    def run(*clients: weaviate.Client, **named: weaviate.Client):
        clients[0].batch.flush()  # WV410
        named["a"].batch.flush()  # WV410
        for c in clients:
            c.batch.flush()  # WV410
        for c in named.values():
            c.batch.flush()  # WV410
        for name in named:
            name.batch.flush()
        clients.batch.flush()

    ## starred, of a shop
    import weaviate
    def run(*clients: shop.Client, **named: shop.Client):
        clients[0].batch.flush()
        named["a"].batch.flush()

    ## async function
    import weaviate
    async def run(a: weaviate.Client, b: shop.Client):
        await a.batch.flush()  # WV410
        await b.batch.flush()

    ## other v3 classes
    import weaviate
    from weaviate.batch import Batch  # WV400
    from weaviate.schema import Schema  # WV218
    def run(a: Batch, b: Schema, c: shop.Batch):  # WV400 WV218
        a.flush()  # WV410
        b.get("A")  # WV206
        c.flush()

    ## docstring names no type
    import weaviate
    def run(a):
        '''a: weaviate.Client'''
        a.batch.flush()
""")

CONTAINERS = cases("""
    ## list
    import weaviate
    def run(a: list[weaviate.Client], b: list[shop.Client]):
        a[0].batch.flush()  # WV410
        b[0].batch.flush()
        a.batch.flush()

    ## List and Sequence
    import weaviate
    from typing import List, Sequence
    def run(a: List[weaviate.Client], b: Sequence["weaviate.Client"], c: Sequence[shop.Client]):
        for x in a:
            x.batch.flush()  # WV410
        for x in b:
            x.batch.flush()  # WV410
        for x in c:
            x.batch.flush()

    ## dict
    import weaviate
    def run(a: dict[str, weaviate.Client], b: dict[str, shop.Client]):
        a["x"].batch.flush()  # WV410
        b["x"].batch.flush()
        a.get("x").batch.flush()  # WV410
        b.get("x").batch.flush()
        for c in a.values():
            c.batch.flush()  # WV410
        for k, c in a.items():
            c.batch.flush()  # WV410
            k.batch.flush()

    ## dict of lists
    import weaviate
    from typing import Dict, List
    def run(a: Dict[str, List[weaviate.Client]], b: Dict[str, List[shop.Client]]):
        a["x"][0].batch.flush()  # WV410
        b["x"][0].batch.flush()

    ## keys of a dict
    import weaviate
    def run(a: dict[weaviate.Client, shop.Client]):
        for k, v in a.items():
            v.batch.flush()

    ## tuple of two
    import weaviate
    def run(a: tuple[shop.Client, weaviate.Client]):
        a[1].batch.flush()  # WV410
        a[0].batch.flush()
        b, c = a
        c.batch.flush()  # WV410
        b.batch.flush()

    ## tuple of any length
    import weaviate
    from typing import Tuple
    def run(a: Tuple[weaviate.Client, ...], b: Tuple[shop.Client, ...]):
        a[3].batch.flush()  # WV410
        b[3].batch.flush()

    ## tuple returned
    import weaviate
    def connect() -> tuple[weaviate.Client, str]: ...
    client, url = connect()
    client.batch.flush()  # WV410
    url.batch.flush()

    ## Type
    import weaviate
    from typing import Type
    def run(a: Type[weaviate.Client], b: type[weaviate.Client], c: type[shop.Client]):
        a("u").batch.flush()  # WV410
        b("u").batch.flush()  # WV410
        c("u").batch.flush()

    ## Callable
    import weaviate
    from typing import Callable
    def run(a: Callable[[], weaviate.Client], b: Callable[[weaviate.Client], shop.Client]):
        a().batch.flush()  # WV410
        b().batch.flush()
        a.batch.flush()

    ## Callable of collections.abc
    import weaviate
    from collections.abc import Callable
    def run(a: Callable[..., weaviate.Client], b: Callable[..., shop.Client]):
        a().batch.flush()  # WV410
        b().batch.flush()

    ## Iterator and Generator
    import weaviate
    from typing import Generator, Iterator
    def connect() -> Iterator[weaviate.Client]: ...
    def connect2() -> Generator[weaviate.Client, None, None]: ...
    def shops() -> Iterator[shop.Client]: ...
    for c in connect():
        c.batch.flush()  # WV410
    next(connect2()).batch.flush()  # WV410
    for c in shops():
        c.batch.flush()

    ## sent and returned by a generator
    import weaviate
    from typing import Generator
    def shops() -> Generator[shop.Client, weaviate.Client, weaviate.Client]: ...
    for c in shops():
        c.batch.flush()

    ## Awaitable
    import weaviate
    from typing import Awaitable
    async def run(a: Awaitable[weaviate.Client], b: Awaitable[shop.Client]):
        (await a).batch.flush()  # WV410
        (await b).batch.flush()

    ## ContextManager
    import weaviate
    from contextlib import AbstractContextManager
    from typing import ContextManager
    def run(a: ContextManager[weaviate.Client], b: AbstractContextManager[weaviate.Client], c: ContextManager[shop.Client]):
        with a as x, b as y, c as z:
            x.batch.flush()  # WV410
            y.batch.flush()  # WV410
            z.batch.flush()

    ## contextmanager with a return annotation
    import weaviate
    from contextlib import contextmanager
    from typing import Iterator
    @contextmanager
    def connect() -> Iterator[weaviate.Client]: ...
    @contextmanager
    def open_shop() -> Iterator[shop.Client]: ...
    with connect() as c, open_shop() as s:
        c.batch.flush()  # WV410
        s.batch.flush()

    ## user's own generic
    import weaviate
    from typing import Generic, TypeVar
    T = TypeVar("T")
    class Box(Generic[T]):
        client: weaviate.Client
        content: T
    def run(a: Box[shop.Client]):
        a.client.batch.flush()  # WV410
        a.content.batch.flush()

    ## queue
    import weaviate
    from queue import Queue
    def run(a: "Queue[weaviate.Client]", b: "Queue[shop.Client]"):
        a.get().batch.flush()  # WV410
        b.get().batch.flush()

    ## Literal
    import weaviate
    from typing import Literal
    def run(a: Literal["weaviate.Client"]):
        a.batch.flush()
""")

NAMED = cases("""
    ## alias
    import weaviate
    Wv = weaviate.Client
    Sh = shop.Client
    def run(a: Wv, b: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## alias of a Union
    import weaviate
    from typing import Optional, Union
    Db = Union[weaviate.Client, None]
    Maybe = Optional[weaviate.Client]
    Sh = Union[shop.Client, None]
    def run(a: Db, b: Maybe, c: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()  # WV410
        c.batch.flush()

    ## alias of a union with a bar
    import weaviate
    Db = weaviate.Client | None
    Sh = shop.Client | None
    def run(a: Db, b: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## annotated alias
    import weaviate
    from typing import Annotated, TypeAlias
    from fastapi import Depends
    Db: TypeAlias = weaviate.Client
    Dep = Annotated[weaviate.Client, Depends(get)]
    Sh: TypeAlias = shop.Client
    def run(a: Db, b: Dep, c: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()  # WV410
        c.batch.flush()

    ## alias in a string
    import weaviate
    from typing import Optional
    Db = "weaviate.Client"
    Sh = Optional["shop.Client"]
    Op = Optional["weaviate.Client"]
    def run(a: Op, b: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## alias of a container
    import weaviate
    Clients = dict[str, weaviate.Client]
    Shops = dict[str, shop.Client]
    def run(a: Clients, b: Shops):
        a["x"].batch.flush()  # WV410
        b["x"].batch.flush()

    ## NewType
    import weaviate
    from typing import NewType
    Db = NewType("Db", weaviate.Client)
    Sh = NewType("Sh", shop.Client)
    def run(a: Db, b: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## TypeVar with a bound
    import weaviate
    from typing import TypeVar
    C = TypeVar("C", bound=weaviate.Client)
    S = TypeVar("S", bound=shop.Client)
    T = TypeVar("T")
    def run(a: C, b: S, c: T):
        a.batch.flush()  # WV410
        b.batch.flush()
        c.batch.flush()

    ## TypeVar with a quoted bound
    import weaviate
    from typing import TypeVar
    C = TypeVar("C", bound="weaviate.Client")
    S = TypeVar("S", bound="shop.Client")
    def run(a: C, b: S):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## TypeVar with constraints
    import weaviate
    from typing import TypeVar
    C = TypeVar("C", weaviate.Client, weaviate.WeaviateClient)
    S = TypeVar("S", shop.Client, shop.Other)
    def run(a: C, b: S):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## Self
    import weaviate
    from typing import Self
    class Wv(weaviate.Client):
        def again(self) -> Self: ...
    class Sh(shop.Client):
        def again(self) -> Self: ...
    Wv("u").again().batch.flush()  # WV410
    Sh("u").again().batch.flush()

    ## own class by name in a string
    import weaviate
    class Store:
        client: weaviate.Client
        def again(self) -> "Store": ...
    class Other:
        client: shop.Client
        def again(self) -> "Other": ...
    Store().again().client.batch.flush()  # WV410
    Other().again().client.batch.flush()

    ## protocol
    import weaviate
    from typing import Protocol
    class HasClient(Protocol):
        client: weaviate.Client
        @property
        def other(self) -> shop.Client: ...
    def run(a: HasClient):
        a.client.batch.flush()  # WV410
        a.other.batch.flush()

""")

FIELDS = cases("""
    ## class annotation
    import weaviate
    class Store:
        client: weaviate.Client
        shop: shop.Client
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## dataclass
    import weaviate
    from dataclasses import dataclass, field
    @dataclass
    class Store:
        client: weaviate.Client
        shop: shop.Client
        other: weaviate.Client = field(default_factory=make)
        def run(self):
            self.client.batch.flush()  # WV410
            self.other.batch.flush()  # WV410
            self.shop.batch.flush()
    Store(a, b).client.batch.flush()  # WV410
    Store(a, b).shop.batch.flush()

    ## dataclass field of a factory
    import weaviate
    from dataclasses import dataclass, field
    from typing import Any
    @dataclass
    class Store:
        client: Any = field(default_factory=lambda: weaviate.Client("u"))
        shop: Any = field(default_factory=lambda: shop.Client("u"))
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## optional dataclass field
    import weaviate
    from dataclasses import dataclass
    from typing import Optional
    @dataclass
    class Store:
        client: Optional[weaviate.Client] = None
        shop: "Optional[shop.Client]" = None
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## InitVar
    import weaviate
    from dataclasses import InitVar, dataclass
    @dataclass
    class Store:
        client: InitVar[weaviate.Client]
        def __post_init__(self, client: weaviate.Client):
            self.inner = client
        def run(self):
            self.inner.batch.flush()  # WV410
            self.outer.batch.flush()

    ## pydantic
    import weaviate
    from pydantic import BaseModel, Field, PrivateAttr
    class Store(BaseModel):
        client: weaviate.Client
        shop: shop.Client = Field(...)
        _private: weaviate.Client = PrivateAttr()
        def run(self):
            self.client.batch.flush()  # WV410
            self._private.batch.flush()  # WV410
            self.shop.batch.flush()

    ## pydantic SkipValidation
    import weaviate
    from pydantic import BaseModel, SkipValidation
    class Store(BaseModel):
        client: SkipValidation[weaviate.Client]
        shop: SkipValidation[shop.Client]
    def run(s: Store):
        s.client.batch.flush()  # WV410
        s.shop.batch.flush()

    ## attrs
    import attr, weaviate
    @attr.s(auto_attribs=True)
    class Store:
        client: weaviate.Client
        shop: shop.Client = attr.ib()
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## NamedTuple
    import weaviate
    from typing import NamedTuple
    class Store(NamedTuple):
        client: weaviate.Client
        shop: shop.Client
    def run(s: Store):
        s.client.batch.flush()  # WV410
        s.shop.batch.flush()
        client, shop = s
        client.batch.flush()  # WV410
        s[0].batch.flush()  # WV410
        s[1].batch.flush()

    ## TypedDict
    import weaviate
    from typing import TypedDict
    class State(TypedDict):
        client: weaviate.Client
        shop: shop.Client
    def run(s: State):
        s["client"].batch.flush()  # WV410
        s["shop"].batch.flush()
        s.get("client").batch.flush()  # WV410
        s.get("shop").batch.flush()

    ## annotated self attribute
    import weaviate
    class Store:
        def __init__(self, url):
            self.client: weaviate.Client = make(url)
            self.shop: shop.Client = make(url)
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## self attribute, None first
    import weaviate
    from typing import Optional
    class Store:
        def __init__(self):
            self.client: Optional[weaviate.Client] = None
            self.shop: Optional[shop.Client] = None
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## field of a field
    import weaviate
    class Inner:
        client: weaviate.Client
        shop: shop.Client
    class Outer:
        inner: Inner
    def run(o: Outer):
        o.inner.client.batch.flush()  # WV410
        o.inner.shop.batch.flush()

    ## field of a base
    import weaviate
    class Base:
        client: weaviate.Client
        shop: shop.Client
    class Store(Base):
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## field overridden
    import weaviate
    class Base:
        client: weaviate.Client
    class Store(Base):
        client: shop.Client
        def run(self):
            self.client.batch.flush()

    ## property with a return annotation
    import weaviate
    class Store:
        @property
        def client(self) -> weaviate.Client: ...
        @property
        def shop(self) -> shop.Client: ...
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## return annotation of a method
    import weaviate
    class Store:
        def connect(self) -> "weaviate.Client": ...
        def open(self) -> "shop.Client": ...
        def run(self):
            self.connect().batch.flush()  # WV410
            self.open().batch.flush()
            self.connect.batch.flush()

    ## return annotation with None
    import weaviate
    def connect() -> weaviate.Client | None: ...
    def open() -> shop.Client | None: ...
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## return annotation of an async function
    import weaviate
    async def connect() -> weaviate.Client: ...
    async def open() -> shop.Client: ...
    async def run():
        (await connect()).batch.flush()  # WV410
        (await open()).batch.flush()

    ## return annotation that says less than the body
    import weaviate
    from typing import Any
    def connect() -> Any:
        return weaviate.Client("u")
    def open() -> Any:
        return shop.Client("u")
    connect().batch.flush()  # WV410
    open().batch.flush()

    ## module annotation without a value
    import weaviate
    client: weaviate.Client
    shop: Shop
    def run():
        client.batch.flush()  # WV410
        shop.batch.flush()

    ## postponed evaluation
    from __future__ import annotations
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        import weaviate
    def run(a: weaviate.Client, b: weaviate.Shop, c: list[weaviate.Client] | None):
        a.batch.flush()  # WV410
        c[0].batch.flush()  # WV410
""")


@pytest.mark.parametrize("text", PARAMETERS)
def test_parameters(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", CONTAINERS)
def test_containers(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", NAMED)
def test_named_types(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", FIELDS)
def test_fields_and_results(text: str) -> None:
    assert_marked(text)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="syntax of Python 3.12")
@pytest.mark.parametrize(
    "text",
    cases("""
    ## type statement
    import weaviate
    type Db = weaviate.Client | None
    type Sh = shop.Client | None
    def run(a: Db, b: Sh):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## type parameter with a bound
    import weaviate
    def run[C: weaviate.Client, S: shop.Client](a: C, b: S):
        a.batch.flush()  # WV410
        b.batch.flush()

    ## type parameter hides an import
    from weaviate import Client
    def run[Client](a: Client):
        a.batch.flush()
    """),
)
def test_python_312(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize(
    ("annotation", "column"),
    [
        ("weaviate.Client", 19),
        ('"weaviate.Client"', 20),
        ("Optional[weaviate.Client]", 28),
        ('Optional["weaviate.Client"]', 29),
        ('"Optional[weaviate.Client]"', 29),
        ("weaviate.Client | None", 19),
        ("dict[str, list[weaviate.Client]]", 34),
        ('" weaviate.Client"', 21),
    ],
)
def test_the_annotation_itself_is_reported(annotation: str, column: int) -> None:
    assert found(f"import weaviate\ndef f(a: {annotation}): ...\n") == [(2, column, "WV100")]


@pytest.mark.parametrize("annotation", ["shop.Client", '"shop.Client"', "weaviate.WeaviateClient", 'Literal["weaviate.Client"]'])
def test_another_annotation_is_not_reported(annotation: str) -> None:
    assert found(f"import weaviate\ndef f(a: {annotation}): ...\n") == []
