"""The areas of the client that have rewrites; importing them registers what they rewrite."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

_AREAS = ("client", "collections", "objects", "search")


@lru_cache(maxsize=1)
def load() -> None:
    """Import all areas, once."""
    for area in _AREAS:
        import_module(f"{__package__}.{area}")
