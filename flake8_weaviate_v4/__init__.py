"""Finds weaviate-client v3 code and says what replaces it in v4."""

__version__ = "0.1.0"
