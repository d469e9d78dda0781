"""The arguments of v4's class ``WeaviateClient``: where it connects to is one object, made of a URL or of hosts and ports."""

from __future__ import annotations

import ast

from ..code import Code, Item, call, call_of, join
from ..literal import constant, follow
from ..site import Site
from ..unit import Refusal
from . import keywords, settings
from .address import Address, parse
from .headers import headers
from .settings import Settings

GRPC_PORT = 50051  # Weaviate's own default, and that of ``connect_to_local``
ASSUMED = "the gRPC port is not in the code: 50051 is assumed"
_GETENV = ("os.getenv", "os.environ.get")


def arguments(site: Site, found: keywords.Given) -> list[Item]:
    """The arguments for what a v3 client is given. Raises Refusal."""
    given = {name: value for name, value in found.arguments.items() if not is_none(value)}
    located = [name for name in ("url", "embedded_options") if name in given or any(e.key == name for e in found.entries)]
    if len(located) != 1:
        raise Refusal("v3 takes a URL or embedded options, and one of them")
    url, embedded = given.pop("url", None), given.pop("embedded_options", None)
    made = settings.read(site, given)
    items: list[Item] = []
    if url is not None:
        items.append(Item(params(site, url, made), "connection_params="))
    elif embedded is not None:
        items.append(Item(embedded, "embedded_options=", settings.origin(site, embedded)))
    if made.config and any(entry.key == "timeout_config" for entry in found.entries):
        raise Refusal("what v4 takes as one object comes in several ways")
    items += made.items(site, "auth_client_secret", "additional_headers")
    config = site.use("weaviate.classes.init", "AdditionalConfig") if any(e.key == "timeout_config" for e in found.entries) else ""
    return items + keywords.filled(
        site,
        found,
        {
            "url": ("connection_params", lambda node: params(site, node, made)),
            "timeout_config": ("additional_config", lambda node: call(config, timeout=settings.timeout(site, node))),
            "additional_headers": ("additional_headers", lambda node: headers(site, node)),
        },
    )


def is_none(node: ast.expr) -> bool:
    """Whether an argument is the literal ``None``."""
    return isinstance(node, ast.Constant) and node.value is None


def params(site: Site, url: ast.expr, made: Settings) -> Code:
    """``ConnectionParams`` for a URL, which v4 splits when the program runs; a cluster's gRPC host is another."""
    made_of = site.use("weaviate.connect", "ConnectionParams")
    origin = settings.origin(site, url) if url in site.module.parents and isinstance(site.parent(url), ast.keyword) else url
    address = _seen(site, url)
    if address is not None and address.is_cloud:
        return call_of(join(made_of, ".from_params"), hosts(site, address, Item(url, "", origin), made))
    if address is None:
        known = made.grpc_port is not None
        site.unit.doubt("the URL can't be seen: a path in it is dropped" if known else "the URL can't be seen: gRPC is assumed at port 50051 of its host")
    elif made.grpc_port is None and not (address.is_local and address.port == 8080):
        site.unit.doubt(ASSUMED)
    port = made.grpc_port or str(GRPC_PORT)
    return call_of(join(made_of, ".from_url"), [Item(_present(site, url), "", origin), Item(port, "grpc_port=")])


def _seen(site: Site, url: ast.expr) -> Address | None:
    """The parts of a URL that is a literal. Raises Refusal where v4 can't be told of one of them."""
    try:
        text = constant(follow(site, url).node)
    except Refusal:
        return None
    return parse(text) if isinstance(text, str) else None


def _present(site: Site, url: ast.expr) -> Code:
    """``os.getenv("URL")`` may be None, which neither client takes; ``os.environ["URL"]`` says so."""
    if isinstance(url, ast.Call) and len(url.args) == 1 and not url.keywords:
        if site.module.source.segment(url.func) in _GETENV:
            return join("os.environ[", url.args[0], "]")
    return url


def hosts(site: Site, address: Address, url: Item, made: Settings) -> list[Item]:
    """A literal URL as hosts and ports."""
    grpc_host, port, secure = address.host, made.grpc_port, address.secure
    if address.is_cloud:
        grpc_host, port = address.cloud_grpc_host, "443"
        if address.is_old_cloud or made.grpc_port is not None:
            site.unit.doubt("the cluster's gRPC host and port are assumed")
    elif port is None:
        site.unit.doubt(ASSUMED)
        port = str(GRPC_PORT)
    else:
        secure = False  # v3 speaks gRPC without TLS
    return [
        Item(site.string(address.host), "http_host=", url.origin),
        Item(str(address.port), "http_port="),
        Item(str(address.secure), "http_secure="),
        Item(site.string(grpc_host), "grpc_host="),
        Item(port, "grpc_port="),
        Item(str(secure or address.is_cloud), "grpc_secure="),
    ]
