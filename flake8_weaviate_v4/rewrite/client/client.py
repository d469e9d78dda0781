"""The client: ``weaviate.Client(...)`` -> the v4 function that its URL asks for.

v3 takes one URL and connects when it is made. v4 takes hosts and ports of REST and gRPC; ``connect_to_...`` connect at
once, ``WeaviateClient`` waits for ``connect()``.
"""

from __future__ import annotations

import ast

from ..code import Code, Item, call_of
from ..literal import constant, follow
from ..site import Site, pure, rewrites
from ..unit import Refusal
from . import classes, closing, constructor, keywords, opening, settings
from .address import Address, parse
from .settings import Settings

_SERVER = (1, 27)  # the oldest that a new v4 client talks to


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
    found = keywords.given(site, site.call)
    if (later := timeout_set_later(site)) is not None:
        found.arguments["timeout_config"] = later.value
        site.unit.removed[later] = None
    if found.rest:
        return _opened(site, found)
    arguments = {name: value for name, value in found.arguments.items() if not constructor.is_none(value)}
    url, embedded = arguments.get("url"), arguments.get("embedded_options")
    if (url is None) == (embedded is None):
        raise Refusal("v3 takes a URL or embedded options, and one of them")
    if url is None:
        return _embedded(site, found)
    try:
        text = constant(follow(site, url).node)
    except Refusal:
        text = None
    if not isinstance(text, str):
        return _opened(site, found)
    made = settings.read(site, {name: value for name, value in arguments.items() if name != "url"})
    return _located(site, parse(text), Item(url, "", settings.origin(site, url)), made)


def _opened(site: Site, found: keywords.Given) -> Code:
    """``weaviate.WeaviateClient(...)`` and, as a statement of its own, ``.connect()``."""
    return opening.opened(site, call_of(classes.client_class(site), constructor.arguments(site, found)))


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
            site.unit.doubt(constructor.ASSUMED)
    if made.grpc_port is not None and constant(_expression(made.grpc_port)) != constructor.GRPC_PORT:
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
    items = constructor.hosts(site, address, url, made)
    return call_of(site.use("weaviate", "connect_to_custom"), [*items, *made.items(site)])


def _expression(code: Code) -> ast.expr | None:
    return code if isinstance(code, ast.expr) else None


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


def _embedded(site: Site, found: keywords.Given) -> Code:
    """``connect_to_embedded`` where the options are made in the call; it takes no credentials."""
    arguments = {name: value for name, value in found.arguments.items() if not constructor.is_none(value)}
    node = arguments.pop("embedded_options")
    if not isinstance(node, ast.Call) or not site.planner.is_use(node.func, "weaviate.EmbeddedOptions") or "auth_client_secret" in arguments:
        return _opened(site, found)
    made = settings.read(site, arguments)
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
