"""Collections: ``client.schema`` and what it takes."""

from __future__ import annotations

from .code import Code, call, join
from .site import Site, rewrites


@rewrites("weaviate.schema.Schema.delete_class")
def delete(site: Site) -> Code:
    """``schema.delete_class(name)`` -> ``collections.delete(name)``: both send DELETE /schema/Name."""
    return call(join(site.client(), ".collections.delete"), site.arguments()["class_name"])
