"""News search over Weaviate."""

from .store import CLASS_NAME, get_client

__all__ = ["CLASS_NAME", "get_client"]
