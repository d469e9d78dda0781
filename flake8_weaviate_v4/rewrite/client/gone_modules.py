"""Imports of v3's modules that are gone: they go, once nothing of the file is reached through them."""

from __future__ import annotations

import ast

from ...inference.names import dotted
from ..code import Code
from ..site import Site, rewrites
from ..unit import Import, Refusal

_GONE = """batch batch.crud_batch batch.requests classification classification.classification classification.config_builder
    contextionary contextionary.crud_contextionary data data.crud_data data.references data.references.crud_references
    data.replication data.replication.replication gql gql.aggregate gql.filter gql.get gql.multi_get gql.query schema
    schema.crud_schema schema.properties schema.properties.crud_properties schema.validate_schema cluster.cluster
    connect.connection connect.constants wcs wcs.crud_wcs wcs.wcs"""


@rewrites(*(f"weaviate.{name}" for name in _GONE.split()))
def module(site: Site) -> Code | None:
    """The import of a module: taken out where no code uses it any more; a path through it is another rewrite's."""
    node = site.usage.node
    if isinstance(node, ast.Constant):
        raise Refusal("the module is named in a string")
    if not isinstance(node, ast.alias):
        if isinstance(site.parent(node), ast.Attribute):
            return None
        raise Refusal("the module is used as a value")
    statement = site.parent(node)
    bound = node.asname or node.name
    if isinstance(statement, ast.Import) and node.asname is None:
        paths = [dotted(a) for a in site.module.attributes_named.get(node.name.rpartition(".")[2], ())]
        if any(p == node.name or (p or "").startswith(f"{node.name}.") for p in paths):
            raise Refusal("names of the module are used")
        site.unit.moved[node] = None if _is_imported_elsewhere(site, node) else Import("weaviate")
        return None
    if bound == "*" or site.module.names.get(bound) or site.planner.imports.is_exported(bound):
        raise Refusal("names of the module are used")
    site.unit.moved[node] = None
    return None


@rewrites("weaviate.version")
def version(site: Site) -> Code | None:
    """``weaviate.version.__version__`` -> ``weaviate.__version__``."""
    node, parent = site.usage.node, site.parent(site.usage.node)
    if isinstance(node, ast.alias) and node.name == "__version__":
        site.unit.moved[node] = Import("weaviate", "__version__", node.asname or "")
        return None
    if isinstance(node, ast.Attribute) and isinstance(parent, ast.Attribute) and parent.attr == "__version__":
        return node.value
    return module(site)


def _is_imported_elsewhere(site: Site, node: ast.alias) -> bool:
    """Whether the root is not needed, or bound by another import that does not go."""
    if not site.module.names.get("weaviate"):
        return True
    others = [a for s in site.module.imports if isinstance(s, ast.Import) for a in s.names if a is not node and a.asname is None]
    return any(a.name == "weaviate" for a in others)
