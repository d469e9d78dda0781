"""Mutation testing of what recognises v3 code and of what rewrites it (``python -m tools.mutation``)."""
