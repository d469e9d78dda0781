"""Expressions that give a v3 client, each written once: what is asked of it is reported; and look-alikes that give none."""

from __future__ import annotations

import pytest
from helpers import found

HEAD = """\
import asyncio, contextlib, copy, importlib, itertools, random
import weaviate
from functools import partial
from unittest import mock
from typing import NewType, TypeVar, cast

client = weaviate.Client("u")
shop = Shop("u")
several = [client]
named = {"a": client, "b": shop}
pair = (shop, client)
def make(url="u"):
    return weaviate.Client(url)
def buy():
    return Shop("u")
def both(flag):
    return client if flag else make()
def each():
    yield client
def all_of():
    yield from several
def same(thing):
    return thing
def second(a, b):
    return b
@contextlib.contextmanager
def opened():
    yield client
async def later():
    return client
class Made:
    def __call__(self):
        return client
    def __enter__(self):
        return client
    @property
    def client(self):
        return client
    @classmethod
    def build(cls):
        return cls()
    @staticmethod
    def get():
        return client
class Own(weaviate.Client):
    def __new__(cls, *args):
        return super().__new__(cls)
class Kept:
    one = client
    two: weaviate.Client
    def __init__(self, given: weaviate.Client, other):
        self.given = given
        self.other = other
        self.many = {"x": client}
"""
V3 = """\
client
(client)
make()
make("v")
buy() or make()
make() if x else buy()
both(x)
later()
await later()
asyncio.run(later())
loop.run_until_complete(later())
anyio.run(later())
asyncio.create_task(later())
asyncio.wait_for(later(), 3)
asyncio.shield(later())
asyncio.ensure_future(later())
asyncio.to_thread(make)
loop.run_in_executor(None, make)
run_in_threadpool(make)
anyio.to_thread.run_sync(make)
asyncio.gather(later(), buy())[0]
several[0]
several[-1]
several[x]
several[0:1][0]
several.pop()
[*several][0]
[shop, client][1]
pair[1]
pair[-1]
[*several, shop][-2]
[shop, *several, client][-1]
[shop, *several][1]
(shop, client)[1:][0]
[client, shop][::-1][1]
[client, shop][:1][0]
{-1: client}[-1]
named["a"]
named[x]
named.get("a")
named.get("c", client)
named.pop("a")
named.setdefault("a", shop)
named.setdefault("c", client)
list(named.values())[0]
list(named.items())[0][1]
next(iter(several))
next(each())
next(all_of())
next(c for c in several)
next((c for c in several), None)
next(iter(named.values()))
list(several)[0]
tuple(several)[0]
set(several).pop()
sorted(several)[0]
list(reversed(several))[0]
frozenset(several).pop()
[c for c in several][0]
{k: v for k, v in named.items()}["a"]
{"x": c for c in several}["x"]
dict(a=client)["a"]
dict(a=client).get("a")
types.SimpleNamespace(a=client).a
argparse.Namespace(a=client).a
Munch(a=client).a
random.choice(several)
max(several)
min(several)
next(itertools.chain(several))
next(itertools.cycle(several))
next(itertools.islice(several, 3))
list(enumerate(several))[0][1]
list(zip([1], several))[0][1]
list(itertools.product(several, [1]))[0][0]
list(map(same, several))[0]
list(map(make, urls))[0]
list(pool.imap(make, urls))[0]
pool.map(make, urls)[0]
copy.copy(client)
copy.deepcopy(client)
weakref.proxy(client)
same(client)
same(thing=client)
second(shop, client)
second(b=client, a=shop)
partial(make)()
partial(make, "v")()
partial(weaviate.Client, "u")()
pool.submit(make).result()
(lambda: client)()
(lambda c: c)(client)
cast(weaviate.Client, shop)
cast("weaviate.Client", x)
getattr(weaviate, "Client")("u")
getattr(x, "y", client)
getattr(Made(), "client")
importlib.import_module("weaviate").Client("u")
importlib.import_module("weaviate.client").Client("u")
__import__("weaviate").Client("u")
__import__("weaviate.client").Client("u")
pytest.importorskip("weaviate").Client("u")
stack.enter_context(client)
stack.enter_context(opened())
stack.enter_context(contextlib.closing(client))
stack.enter_context(Made())
await stack.enter_async_context(opened())
Depends(make)
Depends(opened)
Depends(each)
Security(make)
Made()()
Made().client
Made.build().client
Made.build()()
Made.get()
Made().get()
Own("u")
Own.__new__(Own)
object.__new__(weaviate.Client)
Kept.one
Kept(client, shop).one
Kept(client, shop).two
Kept(client, shop).given
Kept(client, shop).many["x"]
mock.Mock(spec=weaviate.Client)
mock.MagicMock(spec=weaviate.Client)
mock.MagicMock(weaviate.Client)
mock.MagicMock(spec_set=weaviate.Client)
mock.MagicMock(wraps=client)
mock.MagicMock(spec=client)
mock.AsyncMock(spec=weaviate.Client)
mock.NonCallableMock(spec=weaviate.Client)
mock.create_autospec(weaviate.Client)
mock.MagicMock(spec=Own)
dataclasses.field(default_factory=make)
dataclasses.field(default=client)
attr.ib(factory=make)
weaviate.Client("u")
weaviate.client.Client("u")
(c := client)
shop and client
shop or client
None or client
client if x else None
{client}.pop()
{**named}["a"]
([client] + [shop])[0]
"""
OTHER = """\
shop
buy()
asyncio.run()
asyncio.to_thread(buy)
asyncio.to_thread()
asyncio.gather(later(), buy())[1]
[shop, client][0]
pair[0]
pair[-2]
[client, *several, shop][-1]
[shop, *several][0]
[shop, client][:1][0]
{-1: shop, -2: client}[-1]
named["b"]
named.get("b")
named.get("b", shop)
list(named.items())[0][0]
list(named)[0]
next(iter([shop]))
next(buys())
[c for c in [shop]][0]
AttrDict(a=client, b=shop).b
list(enumerate(several))[0][0]
list(zip([1], several))[0][0]
list(map(buy, urls))[0]
map()
copy.copy(shop)
copy.copy()
same(shop)
second(client, shop)
partial(buy)()
(lambda: shop)()
cast(str, client)
cast(client)
getattr(client)
importlib.import_module("shop").Client("u")
importlib.import_module(".weaviate", "x").Client("u")
importlib.import_module()
contextlib.closing(shop).__enter__()
stack.enter_context(contextlib.nullcontext(shop))
stack.enter_context()
Depends(buy)
Depends()
Made().missing
object.__new__(Shop)
Kept(client, shop).other
Kept(client, shop).many["y"]
mock.MagicMock(spec=Shop)
mock.MagicMock()
mock.create_autospec(Shop)
pydantic.Field(default=shop)
field()
NewType("Db", Shop)(x)
weaviate.nothing("u")
shop.Client("u")
not client
client + shop
f"{client}"
([shop] * 3)[0]
globals()["shop"]
"""


def is_reported(expression: str) -> bool:
    """Whether ``batch.flush()`` of the expression's value is."""
    text = f"{HEAD}async def probe(x):\n    value = {expression}\n    value.batch.flush()\n"
    return (len(text.splitlines()), 11, "WV410") in found(text)


@pytest.mark.parametrize("expression", V3.splitlines())
def test_a_v3_client(expression: str) -> None:
    assert is_reported(expression)


@pytest.mark.parametrize("expression", OTHER.splitlines())
def test_no_v3_client(expression: str) -> None:
    assert not is_reported(expression)
