"""Which value a name has where it is used: order, branches, loops, exits and scopes of one file."""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases

ORDER = cases("""
    ## rebound to another library
    import weaviate
    c = weaviate.Client("u")
    c.batch.flush()  # WV410
    c = Shop("u")
    c.batch.flush()

    ## rebound to a v3 client
    import weaviate
    c = Shop("u")
    c.batch.flush()
    c = weaviate.Client("u")
    c.batch.flush()  # WV410

    ## rebound to a v4 client
    import weaviate
    c = weaviate.Client("u")
    c = weaviate.connect_to_local()
    c.collections.list_all()

    ## rebound to None
    import weaviate
    c = weaviate.Client("u")
    c = None
    c.batch.flush()

    ## rebound from itself
    import weaviate
    c = weaviate.Client("u")
    c = c or Shop("u")
    c.batch.flush()  # WV410

    ## rebound in one line
    import weaviate
    c = weaviate.Client("u"); c.batch.flush(); c = Shop(); c.batch.flush()  # WV410

    ## used before it is bound
    import weaviate
    c.batch.flush()
    c = weaviate.Client("u")

    ## swapped
    import weaviate
    a, b = weaviate.Client("u"), Shop("u")
    a, b = b, a
    b.batch.flush()  # WV410
    a.batch.flush()

    ## deleted and bound again
    import weaviate
    c = weaviate.Client("u")
    del c
    c = Shop("u")
    c.batch.flush()

    ## deleted
    import weaviate
    c = weaviate.Client("u")
    del c
    c.batch.flush()

    ## augmented
    import weaviate
    c = weaviate.Client("u")
    c += 1
    c.batch.flush()

    ## import rebound by an import
    import weaviate
    import shop as weaviate
    weaviate.Client("u").batch.flush()

    ## import rebound by a class
    from weaviate import Client
    class Client: ...
    Client("u").batch.flush()

    ## import rebound by a function
    import weaviate
    def weaviate(): ...
    weaviate.Client("u").batch.flush()

    ## cells of a notebook
    import weaviate
    client = weaviate.Client("u")
    client.batch.flush()  # WV410
    client = weaviate.connect_to_local()
    client.collections.list_all()
    client = weaviate.Client("v")
    client.batch.flush()  # WV410

    ## with target rebinds
    import weaviate
    c = weaviate.Client("u")
    with Shop("u") as c:
        c.batch.flush()
    c.batch.flush()

    ## loop target rebinds
    import weaviate
    c = weaviate.Client("u")
    for c in [Shop("a"), Shop("b")]:
        c.batch.flush()

    ## loop target rebinds for what comes after
    import weaviate
    c = weaviate.Client("u")
    for c in shops:
        pass
    c.batch.flush()

    ## except target rebinds
    import weaviate
    c = weaviate.Client("u")
    try:
        run()
    except ValueError as c:
        c.batch.flush()

    ## walrus rebinds
    import weaviate
    c = weaviate.Client("u")
    if (c := Shop("u")):
        c.batch.flush()
    c.batch.flush()

    ## walrus in a short circuit may not run
    import weaviate
    c = weaviate.Client("u")
    ok and (c := Shop("u"))
    c.batch.flush()  # WV410

    ## walrus in a while
    import weaviate
    while (c := next_client() or weaviate.Client("u")):
        c.batch.flush()  # WV410

    ## walrus used in the same expression
    import weaviate
    (c := weaviate.Client("u")).batch.flush(); c.batch.flush()  # WV410 WV410
""")

BRANCHES = cases("""
    ## one branch binds it
    import weaviate
    if local:
        c = weaviate.Client("u")
    else:
        c = Shop("u")
    c.batch.flush()  # WV410

    ## each branch sees its own
    import weaviate
    if local:
        c = weaviate.Client("u")
        c.batch.flush()  # WV410
    else:
        c = Shop("u")
        c.batch.flush()

    ## both branches rebind
    import weaviate
    c = weaviate.Client("u")
    if local:
        c = Shop("u")
    else:
        c = Shop("v")
    c.batch.flush()

    ## one branch rebinds
    import weaviate
    c = weaviate.Client("u")
    if local:
        c = Shop("u")
    c.batch.flush()  # WV410

    ## elif chain without else
    import weaviate
    c = weaviate.Client("u")
    if a:
        c = Shop("a")
    elif b:
        c = Shop("b")
    c.batch.flush()  # WV410

    ## elif chain with else
    import weaviate
    c = weaviate.Client("u")
    if a:
        c = Shop("a")
    elif b:
        c = Shop("b")
    else:
        c = Shop("c")
    c.batch.flush()

    ## None first
    import weaviate
    c = None
    if local:
        c = weaviate.Client("u")
    if c:
        c.batch.flush()  # WV410

    ## early return
    import weaviate
    def run(c):
        c = Shop("u")
        if local:
            c = weaviate.Client("u")
            return c.batch.flush()  # WV410
        c.batch.flush()

    ## early return leaves the other
    import weaviate
    def run(c):
        c = weaviate.Client("u")
        if shop:
            c = Shop("u")
            return
        c.batch.flush()  # WV410

    ## raise leaves the other
    import weaviate
    def run(c):
        if shop:
            c = Shop("u")
        else:
            raise ValueError
        c.batch.flush()
        c = weaviate.Client("u")

    ## sys.exit leaves the other
    import sys, weaviate
    c = Shop("u")
    if local:
        c = weaviate.Client("u")
        sys.exit(1)
    c.batch.flush()

    ## continue leaves the other
    import weaviate
    for x in xs:
        c = Shop("u")
        if x:
            c = weaviate.Client("u")
            c.batch.flush()  # WV410
            continue
        c.batch.flush()

    ## break leaves the other inside the loop
    import weaviate
    for x in xs:
        c = Shop("u")
        if x:
            c = weaviate.Client("u")
            break
        c.batch.flush()

    ## break carries it out of the loop
    import weaviate
    for x in xs:
        c = Shop("u")
        if x:
            c = weaviate.Client("u")
            break
    c.batch.flush()  # WV410

    ## nested branches
    import weaviate
    c = weaviate.Client("u")
    if a:
        if b:
            c = Shop("b")
        else:
            c = Shop("c")
    else:
        c = Shop("d")
    c.batch.flush()

    ## ternary of both
    import weaviate
    c = Shop("u") if a else weaviate.Client("u")
    c.batch.flush()  # WV410

    ## or
    import weaviate
    def run(client=None):
        client = client or weaviate.Client("u")
        client.batch.flush()  # WV410

    ## if not given
    import weaviate
    def run(client=None):
        if client is None:
            client = weaviate.Client("u")
        client.batch.flush()  # WV410

    ## if not given, of a shop
    import weaviate
    def run(client=None):
        if client is None:
            client = Shop("u")
        client.batch.flush()

    ## match case binds
    import weaviate
    match kind:
        case "wv":
            c = weaviate.Client("u")
            c.batch.flush()  # WV410
        case "shop":
            c = Shop("u")
            c.batch.flush()
    c.batch.flush()  # WV410

    ## match class narrows the subject
    import weaviate
    def run(c):
        match c:
            case weaviate.Client():
                c.batch.flush()  # WV410
            case Shop():
                c.batch.flush()

    ## match captures the subject
    import weaviate
    def run(thing):
        match thing:
            case weaviate.Client() as c:
                c.batch.flush()  # WV410
            case Shop() as c:
                c.batch.flush()

    ## match captures by name
    import weaviate
    match weaviate.Client("u"):
        case client:
            client.batch.flush()  # WV410
    match Shop("u"):
        case shop:
            shop.batch.flush()

    ## match unpacks a tuple
    import weaviate
    match (Shop("u"), weaviate.Client("u")):
        case (shop, client):
            client.batch.flush()  # WV410
            shop.batch.flush()

    ## what a pattern binds hides in its case what the name was
    import weaviate
    c = weaviate.Client("u")  # WV100 WV101
    match thing:
        case {"a": 1, **c}:
            c.batch.flush()
        case [Shop() as c, *_] if c.batch.flush():
            c.batch.flush()
        case {"a": Shop() as c} | [Shop() as c]:
            c.batch.flush()
        case {"a": weaviate.Client() as c} | [Shop() as c]:  # WV100
            c.batch.flush()  # WV410
        case _:
            c.batch.flush()  # WV410
    c.batch.flush()  # WV410
""")

LOOPS = cases("""
    ## bound late in the loop
    import weaviate
    c = Shop("u")
    for x in xs:
        c.batch.flush()  # WV410
        c = weaviate.Client("u")

    ## bound late in a while loop
    import weaviate
    c = None
    while go:
        if c:
            c.batch.flush()  # WV410
        c = weaviate.Client("u")

    ## rebound at the loop's start
    import weaviate
    c = weaviate.Client("u")
    for x in xs:
        c = Shop("u")
        c.batch.flush()

    ## rebound at the loop's start, bound at its end
    import weaviate
    for x in xs:
        c = Shop("u")
        c.batch.flush()
        c = weaviate.Client("u")

    ## one branch of a loop is not the other
    import weaviate
    for x in xs:
        if x:
            c = weaviate.Client("u")
            c.batch.flush()  # WV410
        else:
            c = Shop("u")
            c.batch.flush()

    ## bound in an inner loop, used at the outer one's start
    import weaviate
    c = Shop("u")
    for x in xs:
        c.batch.flush()  # WV410
        for y in ys:
            c = weaviate.Client("u")

    ## else continues
    import weaviate
    c = weaviate.Client("u")
    for x in xs:
        if x:
            c = Shop("u")
        else:
            continue
        c.batch.flush()

    ## iterated value is not the target
    import weaviate
    c = [weaviate.Client("u")]
    for c in c:
        c.batch.flush()  # WV410

    ## rebound in the loop, used after
    import weaviate
    c = weaviate.Client("u")
    for x in xs:
        c = Shop("u")
    c.batch.flush()  # WV410

    ## use in the loop's head
    import weaviate
    c = weaviate.Client("u")
    for x in c.batch.pop_object():  # WV429
        c = Shop("u")

    ## retry loop
    import time, weaviate
    while True:
        try:
            client = weaviate.Client("u")
            break
        except Exception:
            time.sleep(1)
    client.batch.flush()  # WV410

    ## loop else
    import weaviate
    for x in xs:
        if x:
            c = weaviate.Client("u")
            break
    else:
        c = Shop("u")
        c.batch.flush()
    c.batch.flush()  # WV410

    ## tuples in a loop
    import weaviate
    for name, c in [("a", weaviate.Client("u")), ("b", weaviate.Client("v"))]:
        c.batch.flush()  # WV410
        name.batch.flush()

    ## enumerate
    import weaviate
    for i, c in enumerate([weaviate.Client("u")]):
        c.batch.flush()  # WV410
        i.batch.flush()

    ## zip
    import weaviate
    clients = [weaviate.Client("u")]
    for shop, c in zip([Shop("u")], clients):
        c.batch.flush()  # WV410
        shop.batch.flush()

    ## async for
    import weaviate
    async def clients():
        yield weaviate.Client("u")
    async def run():
        async for c in clients():
            c.batch.flush()  # WV410
        async for c in shops():
            c.batch.flush()
""")

TRIES = cases("""
    ## bound in try, used after
    import weaviate
    try:
        c = weaviate.Client("u")
    except Exception:
        c = None
    c.batch.flush()  # WV410

    ## rebound in a handler
    import weaviate
    try:
        c = Shop("u")
    except Exception:
        c = weaviate.Client("u")
        c.batch.flush()  # WV410
    c.batch.flush()  # WV410

    ## handler leaves
    import weaviate
    def run():
        c = Shop("u")
        try:
            go()
        except Exception:
            c = weaviate.Client("u")
            return
        c.batch.flush()

    ## try rebinds and handlers leave
    import weaviate
    def run():
        c = weaviate.Client("u")
        try:
            c = Shop("u")
        except Exception:
            raise
        c.batch.flush()

    ## try rebinds and its handler goes on
    import weaviate
    def run():
        c = weaviate.Client("u")
        try:
            c = Shop("u")
        except Exception:
            pass
        c.batch.flush()  # WV410

    ## both try and handler rebind
    import weaviate
    def run():
        c = weaviate.Client("u")
        try:
            c = Shop("u")
        except Exception:
            c = Shop("v")
        c.batch.flush()

    ## else of try
    import weaviate
    try:
        c = weaviate.Client("u")
    except Exception:
        c = Shop("u")
    else:
        c.batch.flush()  # WV410

    ## else of try sees only the try
    import weaviate
    try:
        c = Shop("u")
    except Exception:
        c = weaviate.Client("u")
    else:
        c.batch.flush()

    ## finally sees both
    import weaviate
    c = None
    try:
        c = weaviate.Client("u")
    finally:
        c.batch.flush()  # WV410

    ## finally rebinds
    import weaviate
    c = weaviate.Client("u")
    try:
        go()
    finally:
        c = Shop("u")
    c.batch.flush()

    ## with block rebinds
    import weaviate
    c = weaviate.Client("u")
    with lock:
        c = Shop("u")
    c.batch.flush()

    ## suppress may skip the block
    import contextlib, weaviate
    c = weaviate.Client("u")
    with contextlib.suppress(Exception):
        c = Shop("u")
    c.batch.flush()  # WV410

    ## nested with
    import weaviate
    with lock:
        with weaviate.Client("u") as c:
            c.batch.flush()  # WV410
        with Shop("u") as c:
            c.batch.flush()

    ## with used in its own head
    import weaviate
    with weaviate.Client("u") as c, c.batch as batch:  # WV402
        batch.flush()  # WV410

    ## import in try
    try:
        import weaviate
    except ImportError:
        weaviate = None
    weaviate.Client("u").batch.flush()  # WV410

    ## import in a function
    def run():
        import weaviate as wv
        from weaviate import Client
        wv.Client("u").batch.flush()  # WV410
        Client("u").batch.flush()  # WV410
    def walk():
        wv.Client("u").batch.flush()
        Client("u").batch.flush()

    ## import under TYPE_CHECKING
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from weaviate import Client
    def run(c: Client):
        c.batch.flush()  # WV410
    def walk(c: Shop):
        c.batch.flush()
""")

SCOPES = cases("""
    ## shadowed by a parameter
    import weaviate
    client = weaviate.Client("u")
    def run(client):
        client.batch.flush()
    client.batch.flush()  # WV410

    ## shadowed by a local
    import weaviate
    client = weaviate.Client("u")
    def run():
        client = Shop("u")
        client.batch.flush()

    ## local of one function is not another's
    import weaviate
    def run():
        client = weaviate.Client("u")
        client.batch.flush()  # WV410
    def walk():
        client.batch.flush()

    ## module shadowed by a parameter
    import weaviate
    def run(weaviate):
        weaviate.Client("u").batch.flush()

    ## global bound after the function
    import weaviate
    def run():
        client.batch.flush()  # WV410
    client = weaviate.Client("u")

    ## global rebound before the function is called
    import weaviate
    client = weaviate.Client("u")
    def run():
        client.batch.flush()  # WV410
    client = Shop("u")

    ## global only ever a shop
    import weaviate
    client = Shop("u")
    def run():
        client.batch.flush()
    def walk():
        client = weaviate.Client("u")

    ## global statement
    import weaviate
    client = None
    def init():
        global client
        client = weaviate.Client("u")
    def run():
        client.batch.flush()  # WV410

    ## global statement in the reader
    import weaviate
    client = None
    def get():
        global client
        if client is None:
            client = weaviate.Client("u")
        return client
    get().batch.flush()  # WV410

    ## no global statement
    import weaviate
    client = None
    def init():
        client = weaviate.Client("u")
    def run():
        client.batch.flush()

    ## global without a binding at the top
    import weaviate
    def init():
        global client
        client = weaviate.Client("u")
    def run():
        client.batch.flush()  # WV410

    ## nonlocal
    import weaviate
    def outer():
        client = None
        def connect():
            nonlocal client
            client = weaviate.Client("u")
        connect()
        client.batch.flush()  # WV410

    ## nested function without nonlocal
    import weaviate
    def outer():
        client = None
        def connect():
            client = weaviate.Client("u")
        connect()
        client.batch.flush()

    ## closure
    import weaviate
    def outer():
        client = weaviate.Client("u")
        shop = Shop("u")
        def inner():
            client.batch.flush()  # WV410
            shop.batch.flush()
        return inner

    ## closure over a parameter
    import weaviate
    def outer(client: weaviate.Client, shop):
        def inner():
            client.batch.flush()  # WV410
            shop.batch.flush()
        return lambda: client.batch.flush()  # WV410

    ## closure in a method
    import weaviate
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
        def run(self):
            def inner():
                self.client.batch.flush()  # WV410
            return inner

    ## comprehension target hides
    import weaviate
    c = weaviate.Client("u")
    [c.batch.flush() for c in shops]
    c.batch.flush()  # WV410

    ## comprehension over clients
    import weaviate
    clients = [weaviate.Client("u")]
    [c.batch.flush() for c in clients]  # WV410
    {c.batch.flush() for c in clients}  # WV410
    {1: c.batch.flush() for c in clients}  # WV410
    any(c.batch.flush() for c in clients)  # WV410
    [c.batch.flush() for c in shops]

    ## comprehension sees the outer name
    import weaviate
    client = weaviate.Client("u")
    shop = Shop("u")
    [client.batch.flush() for x in xs]  # WV410
    [shop.batch.flush() for x in xs]

    ## comprehension with two loops
    import weaviate
    groups = [[weaviate.Client("u")], [weaviate.Client("v")]]
    [c.batch.flush() for group in groups for c in group]  # WV410
    [group.batch.flush() for group in groups]

    ## comprehension condition
    import weaviate
    clients = [weaviate.Client("u")]
    [x for c in clients if c.batch.flush()]  # WV410
    [x for c in shops if c.batch.flush()]

    ## walrus in a comprehension binds outside
    import weaviate
    [x for url in urls if (c := weaviate.Client(url))]
    c.batch.flush()  # WV410
    url.batch.flush()

    ## class attribute
    import weaviate
    class Store:
        client = weaviate.Client("u")
        shop = Shop("u")
        client.batch.flush()  # WV410
        def run(self):
            self.client.batch.flush()  # WV410
            self.shop.batch.flush()

    ## class attribute is no name of its methods
    import weaviate
    class Store:
        client = weaviate.Client("u")
        def run(self):
            client.batch.flush()

    ## class attribute through the class
    import weaviate
    class Store:
        client = weaviate.Client("u")
        shop = Shop("u")
    Store.client.batch.flush()  # WV410
    Store.shop.batch.flush()

    ## class body sees the module
    import weaviate
    client = weaviate.Client("u")
    class Store:
        client.batch.flush()  # WV410
        client = Shop("u")
        client.batch.flush()

    ## nested class
    import weaviate
    class Outer:
        class Inner:
            client = weaviate.Client("u")
        client = Shop("u")
    Outer.Inner.client.batch.flush()  # WV410
    Outer.client.batch.flush()

    ## lambda parameter hides
    import weaviate
    c = weaviate.Client("u")
    f = lambda c: c.batch.flush()
    g = lambda: c.batch.flush()  # WV410

    ## default is evaluated outside
    import weaviate
    client = weaviate.Client("u")
    def run(client=client):
        client.batch.flush()  # WV410
    def walk(client=shop):
        client.batch.flush()

    ## two functions of one name
    import weaviate
    def connect():
        return Shop("u")
    connect().batch.flush()
    def connect():
        return weaviate.Client("u")
    connect().batch.flush()  # WV410

    ## redefined under a condition
    import weaviate
    if local:
        def connect():
            return weaviate.Client("u")
    else:
        def connect():
            return Shop("u")
    connect().batch.flush()  # WV410

    ## name of a builtin
    import weaviate
    input = weaviate.Client("u")
    input.batch.flush()  # WV410
    print.batch.flush()

    ## a parameter hides an imported class
    import weaviate
    from weaviate import Client
    def run(c: Client):
        c.batch.flush()  # WV410
    def walk(Client, c):
        Client("u").batch.flush()

    ## recursion
    import weaviate
    def connect(n):
        if n == 0:
            return weaviate.Client("u")
        return connect(n - 1)
    connect(3).batch.flush()  # WV410
    def shop(n):
        return shop(n - 1)
    shop(3).batch.flush()

    ## names that depend on each other
    import weaviate
    for x in xs:
        a = b
        b = a
    a.batch.flush()
""")


@pytest.mark.parametrize("text", ORDER)
def test_order(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", BRANCHES)
def test_branches(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", LOOPS)
def test_loops(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", TRIES)
def test_try_and_with(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", SCOPES)
def test_scopes(text: str) -> None:
    assert_marked(text)
