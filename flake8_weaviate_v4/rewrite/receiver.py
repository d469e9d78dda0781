"""The client and the collection that a v3 use is made on, as v4 code."""

from __future__ import annotations

import ast

from ..inference.values import Instance
from .code import Code, call, join
from .literal import assigned_once, means_the_same
from .site import PARTS, Site
from .unit import Refusal

_GONE = frozenset(
    {
        "weaviate.schema.Schema", "weaviate.schema.properties.Property", "weaviate.data.DataObject",
        "weaviate.data.references.Reference", "weaviate.gql.Query",
    }
)  # fmt: skip
HOLDS = "the name of a part of the client has to hold the client in v4, wherever it is used"


def client_of(site: Site) -> Code:
    """The client of a use. A name for a part of it (``schema = client.schema``) stands for the client afterwards: it is
    written in its place where the name means one such part of this function, else the name has to hold it."""
    receiver = site.usage.receiver
    if receiver is None:
        raise Refusal("the client can't be seen")
    while isinstance(receiver, ast.Attribute) and receiver.attr in (*PARTS, "reference", "property") and site.planner.is_part(receiver):
        receiver = receiver.value
    values = site.engine.values(site.module, receiver)
    if not any(isinstance(value, Instance) and value.cls in _GONE for value in values):
        return site.atom(receiver)
    if isinstance(receiver, ast.Name) and (assignment := assigned_once(site, receiver)) is not None:
        value = assignment.value
        if isinstance(value, ast.Attribute) and site.planner.is_part(value) and means_the_same(site, receiver, assignment):
            site.unit.read[receiver] = assignment
            return site.atom(owner(site, value))
    site.unit.doubt(HOLDS)
    return site.atom(receiver)


def owner(site: Site, node: ast.expr) -> ast.expr:
    """``client`` of ``client.schema.property``."""
    while isinstance(node, ast.Attribute) and site.planner.is_part(node):
        node = node.value
    return node


def collection_of(site: Site, name: Code, tenant: Code | None = None, consistency: Code | None = None) -> Code:
    """``client.collections.use(name)``, with what v3 passed to each call."""
    method = "use" if site.options.target >= (4, 16) else "get"
    code = call(join(client_of(site), f".collections.{method}"), name)
    if tenant is not None:
        code = call(join(code, ".with_tenant"), tenant)
    if consistency is not None:
        code = call(join(code, ".with_consistency_level"), consistency)
    return code
