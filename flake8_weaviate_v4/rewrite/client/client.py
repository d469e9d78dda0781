"""The client: ``weaviate.Client(...)`` -> the v4 function that its URL asks for.

v3 takes one URL and connects when it is made. v4 takes hosts and ports of REST and gRPC; ``connect_to_...`` connect at
once, ``WeaviateClient`` waits for ``connect()``.
"""

from __future__ import annotations

import ast

from ..code import Code, Item, call_of, join
from ..literal import constant, follow
from ..site import Site, pure, rewrites
from ..unit import Refusal
from . import classes, closing, settings
from .address import Address, parse
from .settings import Settings

_GRPC_PORT = 50051  # Weaviate's own default, and that of ``connect_to_local``
_ASSUMED = "the gRPC port is not in the code: 50051 is assumed"
_SERVER = (1, 27)  # the oldest that a new v4 client talks to
_LASTING = (ast.Name, ast.Attribute, ast.Subscript)


@rewrites("weaviate.Client")
def client(site: Site) -> Code | None:
    """The class: made, named as a type, imported, or named in a string."""
    node = site.usage.node
    if isinstance(node, ast.alias):
        return classes.imported(site, node, connected)
    if site.usage.call is None:
        return classes.named(site, connected)
    if isinstance(node, ast.Name) and classes.keeps_name(site, node):
        return None  # the import's rewrite speaks for it
    code = connected(site)
    if closing.enclosed(site, code):
        site.unit.after.clear()  # a block connects
        return None
    return code


def connected(site: Site) -> Code:
    """The code that connects as the call of ``weaviate.Client`` does. Raises Refusal."""
    arguments = {name: value for name, value in site.arguments().items() if not _is_none(value)}
    url, embedded = arguments.pop("url", None), arguments.pop("embedded_options", None)
    if (later := timeout_set_later(site)) is not None:
        arguments["timeout_config"] = later.value
        site.unit.removed[later] = None
    made = settings.read(site, arguments)
    if embedded is not None and url is None:
        return _embedded(site, embedded, made)
    if url is None or embedded is not None:
        raise Refusal("v3 takes a URL or embedded options, and one of them")
    try:
        text = constant(follow(site, url).node)
    except Refusal:
        text = None
    if isinstance(text, str):
        return _located(site, parse(text), Item(url, "", settings.origin(site, url)), made)
    return _from_url(site, url, made)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


# -- a URL that can be seen -----------------------------------------------------------------------------------------


def _located(site: Site, address: Address, url: Item, made: Settings) -> Code:
    if address.is_local:
        return _local(site, address, url, made)
    if address.is_cloud and made.auth is not None:
        return _cloud(site, address, url, made)
    return _custom(site, address, url, made)


def _local(site: Site, address: Address, url: Item, made: Settings) -> Code:
    items = []
    if address.host.lower() != "localhost":
        items.append(Item(site.string(address.host), "host=", url.origin))
    if address.port != 8080:
        items.append(Item(str(address.port), "port=", url.origin))
        if made.grpc_port is None:
            site.unit.doubt(_ASSUMED)
    if made.grpc_port is not None and constant(_expression(made.grpc_port)) != _GRPC_PORT:
        items.append(Item(made.grpc_port, "grpc_port="))
    return call_of(site.use("weaviate", "connect_to_local"), [*items, *made.items(site)])


def _cloud(site: Site, address: Address, url: Item, made: Settings) -> Code:
    """v4's function for the cloud goes to the default ports of https, and knows the host for gRPC."""
    if not address.secure:
        site.unit.doubt("the cluster is asked by https instead of http")
    if address.is_old_cloud or made.grpc_port is not None:
        site.unit.doubt("the cluster's gRPC host and port are assumed")
    plain = Item(site.string(f"https://{address.host}"), "cluster_url=", url.origin)
    name = "connect_to_weaviate_cloud" if site.options.target >= (4, 9) else "connect_to_wcs"
    return call_of(site.use("weaviate", name), [plain, *made.items(site)])


def _custom(site: Site, address: Address, url: Item, made: Settings) -> Code:
    grpc_host, port, secure = address.host, made.grpc_port, address.secure
    if address.is_cloud:
        grpc_host, port = address.cloud_grpc_host, "443"
        if address.is_old_cloud or made.grpc_port is not None:
            site.unit.doubt("the cluster's gRPC host and port are assumed")
    elif port is None:
        site.unit.doubt(_ASSUMED)
        port = str(_GRPC_PORT)
    else:
        secure = False  # v3 speaks gRPC without TLS
    items = [
        Item(site.string(address.host), "http_host=", url.origin),
        Item(str(address.port), "http_port="),
        Item(str(address.secure), "http_secure="),
        Item(site.string(grpc_host), "grpc_host="),
        Item(port, "grpc_port="),
        Item(str(secure or address.is_cloud), "grpc_secure="),
    ]
    return call_of(site.use("weaviate", "connect_to_custom"), [*items, *made.items(site)])


def _expression(code: Code) -> ast.expr | None:
    return code if isinstance(code, ast.expr) else None


# -- a URL that can't -----------------------------------------------------------------------------------------------


def _from_url(site: Site, url: ast.expr, made: Settings) -> Code:
    """v4 splits the URL when the program runs."""
    known = made.grpc_port is not None
    site.unit.doubt("the URL can't be seen: a path in it is dropped" if known else "the URL can't be seen: gRPC is assumed at port 50051 of its host")
    params = join(site.use("weaviate.connect", "ConnectionParams"), ".from_url")
    port = made.grpc_port or str(_GRPC_PORT)
    items = [Item(_present(site, url), "", settings.origin(site, url)), Item(port, "grpc_port=")]
    return _opened(site, [Item(call_of(params, items), "connection_params=")], made)


def _present(site: Site, url: ast.expr) -> Code:
    """``os.getenv("URL")`` may be None, which neither client takes; ``os.environ["URL"]`` says so."""
    if isinstance(url, ast.Call) and len(url.args) == 1 and not url.keywords:
        source = site.module.source.segment(url.func)
        if source in ("os.getenv", "os.environ.get"):
            return join("os.environ[", url.args[0], "]")
    return url


def _opened(site: Site, items: list[Item], made: Settings) -> Code:
    """``weaviate.WeaviateClient(...)`` and, as a statement of its own, ``.connect()``."""
    items += made.items(site, "auth_client_secret", "additional_headers")
    code = call_of(classes.client_class(site), items)
    statement, node = site.statement(site.call), site.call
    parent = site.parent(node)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
        if isinstance(target, _LASTING) and pure(target):
            site.unit.after.append((statement, f"{site.module.source.segment(target)}.connect()"))
            return code
    _check_first(site, node, statement)
    name = site.free_name("client")
    site.unit.before += [(statement, join(f"{name} = ", code)), (statement, f"{name}.connect()")]
    return name


def _check_first(site: Site, node: ast.AST, statement: ast.stmt) -> None:
    """Refuse where a statement before this one would make the client earlier than, or not when, it is made now."""
    if not isinstance(statement, (ast.Return, ast.Expr, ast.Assign, ast.AnnAssign)):
        raise Refusal("a v4 client that is opened by `connect()` needs a statement of its own")
    current = node
    while current is not statement:
        parent = site.parent(current)
        assert parent is not None
        if isinstance(parent, (ast.Lambda, ast.IfExp, ast.BoolOp, ast.NamedExpr, ast.comprehension, ast.GeneratorExp, ast.ListComp)):
            raise Refusal("a v4 client that is opened by `connect()` needs a statement of its own")
        for sibling in ast.iter_child_nodes(parent):
            if sibling is current:
                break
            if not pure(sibling):
                raise Refusal("something that may matter happens before the client is made")
        current = parent


# -- embedded -------------------------------------------------------------------------------------------------------

_OPTIONS = {
    "hostname": "hostname",
    "port": "port",
    "grpc_port": "grpc_port",
    "version": "version",
    "persistence_data_path": "persistence_data_path",
    "binary_path": "binary_path",
    "additional_env_vars": "environment_variables",
}


def _embedded(site: Site, node: ast.expr, made: Settings) -> Code:
    """``connect_to_embedded`` where the options are made in the call; it takes no credentials."""
    if not isinstance(node, ast.Call) or not site.planner.is_use(node.func, "weaviate.EmbeddedOptions") or made.auth is not None:
        return _opened(site, [Item(node, "embedded_options=", settings.origin(site, node))], made)
    given = site.arguments(node, "weaviate.EmbeddedOptions")
    if given.keys() - _OPTIONS.keys():
        raise Refusal("an option of embedded Weaviate that v4 has not")
    items = []
    for name, value in given.items():
        if name == "version" and _is_old(constant(value)):
            site.unit.doubt("v4 starts a newer version of embedded Weaviate")
            continue
        items.append(Item(value, f"{_OPTIONS[name]}=", settings.origin(site, value)))
    return call_of(site.use("weaviate", "connect_to_embedded"), [*items, *made.items(site)])


def _is_old(version: object) -> bool:
    """Whether v4 refuses to talk to a server of this version."""
    parts = version.split(".")[:2] if isinstance(version, str) else []
    return len(parts) == 2 and all(p.isdigit() for p in parts) and (int(parts[0]), int(parts[1])) < _SERVER


# -- time limits that are set later ---------------------------------------------------------------------------------


@rewrites("weaviate.Client.timeout_config")
def timeout_config(site: Site) -> Code | None:
    """Setting it right behind the client's making is a part of that; v4 has no other place."""
    statement = site.statement()
    block = _block(site, statement)
    place = block.index(statement) if statement in block else 0
    made = block[place - 1] if place else None
    if isinstance(made, ast.Assign) and isinstance(made.value, ast.Call) and site.planner.is_use(made.value.func, "weaviate.Client"):
        if isinstance(statement, ast.Assign) and _is_set_on(statement, made):
            return None
    raise Refusal("v4 takes the time limits when the client is made")


def timeout_set_later(site: Site) -> ast.Assign | None:
    """The next statement, where it does nothing but set the time limits of the client that is made here."""
    made = site.parent(site.call)
    if not isinstance(made, ast.Assign):
        return None
    block = _block(site, made)
    place = block.index(made) + 1 if made in block else len(block)
    follower = block[place] if place < len(block) else None
    return follower if isinstance(follower, ast.Assign) and _is_set_on(follower, made) else None


def _is_set_on(statement: ast.Assign, made: ast.Assign) -> bool:
    target, name = statement.targets[0], made.targets[0]
    if len(statement.targets) != 1 or not isinstance(target, ast.Attribute) or target.attr != "timeout_config":
        return False
    return pure(name) and ast.unparse(target.value) == ast.unparse(name) and pure(statement.value)


def _block(site: Site, statement: ast.stmt) -> list[ast.stmt]:
    found = getattr(site.parent(statement), site.module.fields.get(statement, "body"), [])
    return found if isinstance(found, list) else []
