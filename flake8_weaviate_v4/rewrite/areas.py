"""The areas of the client that have rewrites; importing them registers what they rewrite."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

_AREAS = ("batch", "batch_items", "client", "client_config", "collections", "consistency", "deletion", "graphql", "gone_modules", "no_equivalent", "objects", "queries", "references", "renamed", "search", "services")


@lru_cache(maxsize=1)
def load() -> None:
    """Import all areas, once."""
    for area in _AREAS:
        import_module(f"{__package__}.{area}")
