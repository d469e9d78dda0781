"""The areas of the client that have rewrites; importing them registers what they rewrite."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

_AREAS = (
    "batch", "batch_shards", "batch_uses", "class_changes", "client", "client_config", "collections", "consistency", "deletion",
    "gone_modules", "graphql", "no_equivalent", "objects", "parts", "queries", "references", "renamed", "schema_results",
    "search", "services", "tenants",
)  # fmt: skip


@lru_cache(maxsize=1)
def load() -> None:
    """Import all areas, once."""
    for area in _AREAS:
        import_module(f"{__package__}.{area}")
