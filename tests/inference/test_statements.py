"""Statements that give a name a v3 client: what is asked of it then is reported; and look-alikes. ``;`` and ``|>`` end lines."""

from __future__ import annotations

import pytest
from helpers import codes

from .test_expressions import HEAD

V3 = """\
kept = []; kept.append(client); value = kept[0]
kept = Queue(); kept.put(client); value = kept.get()
kept = Queue(); kept.put_nowait(client); value = kept.get()
kept = {}; kept.setdefault("a", client); value = kept["a"]
kept = []; kept.insert(0, client); value = kept[0]
kept = ContextVar("c"); kept.set(client); value = kept.get()
kept = {}; kept["a"] = client; value = kept["a"]
kept = []; kept += [client]; value = kept[0]
value, other = client, shop
value, *rest = client, shop, shop
[value, other] = client, shop
(value, other), third = (client, shop), shop
value = other = client
value: weaviate.Client = shop()
value: "weaviate.Client"
value = shop; value = client
value = None; value = value or client
if x: value = client
for value in [client]: break
for value in several: pass
for _, value in {"a": client}.items(): pass
for _, value in enumerate(several): pass
for value, _ in zip(several, [1]): pass
for value in each(): pass
for value in all_of(): pass
for value in (client, shop): pass
with client as value: pass
with opened() as value: pass
with contextlib.closing(client) as value: pass
with contextlib.nullcontext(client) as value: pass
with Made() as value: pass
with contextlib.ExitStack() as stack: value = stack.enter_context(opened())
async with opened() as value: pass
try: value = client |> except ValueError: value = shop
if (value := client): pass
while (value := make()): break
global value; value = client
def inner(): return client |> value = inner()
def inner(a): return a |> value = inner(client)
def inner(a=client): return a |> value = inner()
def inner(a, *, b): return b |> value = inner(shop, b=client)
def inner(*a): return a[0] |> value = inner(client)
def inner(**a): return a["b"] |> value = inner(b=client)
def inner(a): yield a |> value = next(inner(client))
def inner() -> weaviate.Client: ... |> value = inner()
def inner() -> "weaviate.Client": ... |> value = inner()
def inner() -> Optional[weaviate.Client]: ... |> value = inner()
def inner() -> weaviate.Client | None: ... |> value = inner()
def inner() -> list[weaviate.Client]: ... |> value = inner()[0]
def inner() -> dict[str, weaviate.Client]: ... |> value = inner()["a"]
def inner() -> tuple[str, weaviate.Client]: ... |> value = inner()[1]
def inner() -> Iterator[weaviate.Client]: ... |> value = next(inner())
def inner() -> type[weaviate.Client]: ... |> value = inner()("u")
def inner() -> Callable[[], weaviate.Client]: ... |> value = inner()()
def inner() -> Any: return client |> value = inner()
class K: |>     c = client |> value = K.c
class K: |>     c: weaviate.Client |> value = K().c
class K: |>     def __init__(self, c): self.c = c |> value = K(client).c
class K: |>     def set(self, c): self.c = c |> k = K(); k.set(client); value = k.c
class K: pass |> k = K(); k.c = client; value = k.c
class K: |>     def __enter__(self): return client |> with K() as value: pass
class K: |>     async def __aenter__(self): return client |> async with K() as value: pass
class K(NamedTuple): |>     s: str |>     c: weaviate.Client |> value = K(shop, client).c
class K(NamedTuple): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)[1]
class K(TypedDict): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)["c"]
@dataclass |> class K: |>     c: object |> value = K(client).c
@dataclass |> class K: |>     c: object |> value = K(c=client).c
class K: |>     def make(self) -> Self: return self |>     c = client |> value = K().make().c
class K: |>     def __new__(cls): cls.c = client; return object.__new__(cls) |> value = K().c
class K: |>     _c = None |>     @classmethod |>     def get(cls): |>         if cls._c is None: cls._c = client |>         return cls._c |> value = K.get()
assert isinstance(x, weaviate.Client); value = x
if isinstance(x, weaviate.Client): value = x
if not isinstance(x, weaviate.Client): return |> value = x
if isinstance(x, (str, weaviate.Client)): value = x
if isinstance(x, weaviate.Client) and ready: value = x
value = x if isinstance(x, weaviate.Client) else None
match x: |>     case weaviate.Client(): value = x
match x: |>     case weaviate.Client() as value: pass
match x: |>     case weaviate.Client() | Shop(): value = x
match client: |>     case value: pass
match [client, shop]: |>     case [value, _]: pass
match [shop, shop, client]: |>     case [*_, value]: pass
*_, value = shop, shop, client
*_, value = [*several, client]
class K(NamedTuple): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)[-1]
nonlocal_ = client; value = nonlocal_
import weaviate as w; value = w.Client("u")
from weaviate import Client; value = Client("u")
from weaviate import Client as C; value = C("u")
from weaviate.client import Client; value = Client("u")
from weaviate import client as c; value = c.Client("u")
import weaviate.client as c; value = c.Client("u")
"""
OTHER = """\
kept = {}; kept["a"] = client; value = kept["b"]
kept = []; kept.append(shop); value = kept[0]
kept = [shop]; kept.remove(client); value = kept[0]
other, value = client, shop
(other, value), third = (client, shop), shop
value = client; value = shop
value = client; value = None
value = client; del value
if x: value = shop
for value in {"a": client}: pass
for value, _ in {"a": client}.items(): pass
for _, value in zip(several, [1]): pass
for value in shop: pass
for value in client: pass
with shop as value: pass
with open("f") as value: pass
try: pass |> except ValueError as value: pass
def inner(a): return a |> value = inner(shop)
def inner() -> tuple[str, weaviate.Client]: ... |> value = inner()[0]
class K: |>     def __init__(self, c): self.c = c |> value = K(shop).c
class K(NamedTuple): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)[0]
class K(TypedDict): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)["s"]
@dataclass |> class K: |>     c: object |> value = K(shop).c
if not isinstance(x, weaviate.Client): value = x
if isinstance(x, weaviate.Client) or ready: value = x
value = None if isinstance(x, weaviate.Client) else x
match x: |>     case _: value = x
match [client, shop]: |>     case [_, value]: pass
match [client, client, shop]: |>     case [*_, value]: pass
*_, value = client, client, shop
value, *_, other = shop, client, client
class K(NamedTuple): |>     s: str |>     c: weaviate.Client |> value = K(shop, client)[-2]
kept = {}; kept[-1] = client; value = kept[-2]
from shop import Client; value = Client("u")
from .weaviate import Client; value = Client("u")
"""


def is_reported(statements: str) -> bool:
    """Whether something in the last line, ``value.batch.flush()``, is."""
    lines = [f"    {line}" for line in statements.split(" |> ")]
    text = f"{HEAD}async def probe(x):\n" + "\n".join([*lines, "    value.batch.flush()\n"])
    return len(text.splitlines()) in {line for line, _ in codes(text)}


@pytest.mark.parametrize("statements", V3.splitlines())
def test_a_v3_client(statements: str) -> None:
    assert is_reported(statements)


@pytest.mark.parametrize("statements", OTHER.splitlines())
def test_no_v3_client(statements: str) -> None:
    assert not is_reported(statements)
