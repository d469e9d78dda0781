"""The areas of the client that have rewrites; importing them registers what they rewrite."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

_AREAS = (
    "batch.batch",
    "batch.deletion",
    "batch.shards",
    "batch.uses",
    "client.client",
    "client.config",
    "client.consistency",
    "client.gone_modules",
    "client.no_equivalent",
    "client.parts",
    "client.renamed",
    "client.services",
    "collections.class_additions",
    "collections.class_changes",
    "collections.schema",
    "collections.schema_results",
    "collections.tenants",
    "graphql.builders",
    "graphql.raw",
    "objects.objects",
    "objects.references",
    "search.search",
)


@lru_cache(maxsize=1)
def load() -> None:
    """Import all areas, once."""
    for area in _AREAS:
        import_module(f"{__package__}.{area}")
