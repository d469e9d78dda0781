"""Parts of a v3 client that are bound or handed on: ``schema = client.schema``. v4 has no such objects."""

from __future__ import annotations

import ast

from ..code import Code
from ..receiver import HOLDS, owner
from ..site import Site, rewrites
from ..unit import Refusal


@rewrites(
    "weaviate.Client.schema", "weaviate.Client.data_object", "weaviate.Client.query", "weaviate.schema.Schema.property",
    "weaviate.data.DataObject.reference",
)  # fmt: skip
def handed_on(site: Site) -> Code | None:
    """A part that is handed on or bound: the client goes in its place."""
    node = site.usage.node
    if not isinstance(node, ast.Attribute) or isinstance(site.parent(node), ast.Attribute):
        return None
    if not isinstance(node.ctx, ast.Load):
        raise Refusal("a part of the client is set or deleted, and v4 has no such part")
    site.unit.doubt(HOLDS)
    return owner(site, node)
