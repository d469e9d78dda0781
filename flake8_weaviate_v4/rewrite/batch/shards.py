"""``weaviate.Shard``, which v4 has in ``weaviate.classes.batch`` with ``collection`` for ``class_name``."""

from __future__ import annotations

import ast

from ..code import Code, Item, call_of, join
from ..moved import moved, moves
from ..objects.operands import renamed
from ..site import Site, rewrites
from ..unit import Refusal

_MODULE, _NAME = "weaviate.classes.batch", "Shard"

moves("weaviate.Shard", _MODULE, _NAME)


@rewrites("weaviate.Shard")
def shard(site: Site) -> Code | None:
    """v4 takes keywords only."""
    if site.usage.call is None:
        return moved(site)
    items: list[Item] = list(renamed(site.arguments(), {"class_name": "collection", "tenant": "tenant"}).values())
    node = site.usage.node
    if isinstance(node, ast.Name):
        site.use(_MODULE, _NAME)  # its import moves
        return call_of(node, items)
    return call_of(site.use(_MODULE, _NAME), items)


@rewrites("weaviate.Shard.class_name")
def class_name(site: Site) -> Code:
    """The attribute is called as the argument is."""
    node = site.usage.node
    if not isinstance(node, ast.Attribute):
        raise Refusal("it is named in a string")
    return join(site.atom(node.value), ".collection")


@rewrites("weaviate.Shard.tenant")
def tenant(site: Site) -> Code | None:
    """The same in both."""
    return None
