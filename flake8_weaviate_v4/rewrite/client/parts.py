"""Parts of a v3 client under a name of their own: ``schema = client.schema``. v4 has no such objects.

Where the name stands for one such part of this function the client is written in its place; elsewhere the name has to hold
the client, which is not safe: whoever gets it must be rewritten as well.
"""

from __future__ import annotations

import ast

from ...inference.values import Instance
from ..code import Code
from ..literal import _moves, assigned_once
from ..site import Site, rewrites

_GONE = frozenset(
    {
        "weaviate.schema.Schema", "weaviate.schema.properties.Property", "weaviate.data.DataObject",
        "weaviate.data.references.Reference", "weaviate.gql.Query",
    }
)  # fmt: skip
_HOLDS = "the name of a part of the client has to hold the client in v4, wherever it is used"


def client_of(site: Site, receiver: ast.expr) -> Code:
    """The client that a receiver is, or that it is a part of."""
    values = site.engine.values(site.module, receiver)
    if not any(isinstance(value, Instance) and value.cls in _GONE for value in values):
        return site.atom(receiver)
    if isinstance(receiver, ast.Name) and (assignment := assigned_once(site, receiver)) is not None:
        value = assignment.value
        if isinstance(value, ast.Attribute) and site.planner.is_part(value) and _moves(site, receiver, assignment):
            site.unit.read[receiver] = assignment
            return site.atom(owner(site, value))
    site.unit.doubt(_HOLDS)
    return site.atom(receiver)


def owner(site: Site, node: ast.expr) -> ast.expr:
    """``client`` of ``client.schema.property``."""
    while isinstance(node, ast.Attribute) and site.planner.is_part(node):
        node = node.value
    return node


@rewrites(
    "weaviate.Client.schema", "weaviate.Client.data_object", "weaviate.Client.query", "weaviate.schema.Schema.property",
    "weaviate.data.DataObject.reference",
)  # fmt: skip
def handed_on(site: Site) -> Code | None:
    """A part that is handed on or bound: the client goes in its place."""
    node = site.usage.node
    if not isinstance(node, ast.Attribute) or isinstance(site.parent(node), ast.Attribute):
        return None
    site.unit.doubt(_HOLDS)
    return owner(site, node)
