"""``weaviate.Config`` away from the client that it is for: ``AdditionalConfig``, where it holds no gRPC port.

v4 takes that port with the hosts, so a configuration that has one can't stand by itself.
"""

from __future__ import annotations

import ast

from ..code import Code, Item, call_of, join
from ..literal import bound
from ..site import Site, rewrites
from ..unit import Refusal
from .classes import is_type
from .settings import connection, origin

_CONFIG = "weaviate.Config"
_PORT = "grpc_port_experimental"


@rewrites(_CONFIG)
def config(site: Site) -> Code | None:
    """The class: called, or named as a type."""
    node = site.usage.node
    if isinstance(node, ast.alias) or (site.usage.call is not None and _is_taken(site)):
        return None  # it goes with its last use; a client's rewrite speaks for what is made in its call
    if not isinstance(node, ast.expr) or isinstance(node, ast.Constant):
        raise Refusal("it is named in a string")
    _check(site)
    if site.usage.call is None:
        if not is_type(site, node):
            raise Refusal("the class is handed on as a value")
        return site.use("weaviate.classes.init", "AdditionalConfig")
    given = site.arguments()
    items = []
    if (pool := given.get("connection_config")) is not None:
        items.append(Item(connection(site, pool), "connection=", origin(site, pool)))
    return call_of(site.use("weaviate.classes.init", "AdditionalConfig"), items)


@rewrites(f"{_CONFIG}.connection_config")
def pool(site: Site) -> Code:
    """``config.connection_config`` -> ``config.connection``."""
    if not isinstance(site.usage.node, ast.Attribute):
        raise Refusal("it is named in a string")
    _check(site)
    return join(site.atom(site.usage.node.value), ".connection")


@rewrites(f"{_CONFIG}.{_PORT}")
def port(site: Site) -> Code | None:
    """Raises Refusal."""
    raise Refusal("v4 takes the gRPC port with the hosts, when the client is made")


def _check(site: Site) -> None:
    """Refuse where the file speaks of a configuration's gRPC port."""
    if f"{_CONFIG}.{_PORT}" in site.planner.uses_of:
        raise Refusal("v4 takes the gRPC port with the hosts, when the client is made")
    for usage in site.planner.uses_of.get(_CONFIG, ()):
        if usage.call is not None and (_PORT in _given(usage.call) or usage.call.args):
            raise Refusal("v4 takes the gRPC port with the hosts, when the client is made")


def _given(call: ast.Call) -> set[str]:
    return {k.arg or "" for k in call.keywords}


def _is_taken(site: Site) -> bool:
    """Whether a client of the file is given this configuration where that can be seen."""
    for usage in site.planner.uses_of.get("weaviate.Client", ()):
        if usage.call is not None:
            given = [k.value for k in usage.call.keywords if k.arg == "additional_config"]
            if any(bound(site, node) is site.call for node in given):
                return True
    return False
