"""v4 clients that are never closed."""

from __future__ import annotations

from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .usages import Usage


def unclosed(engine: Evaluator, module: Module) -> list[Usage]:
    """Places where a v4 client is opened and never closed."""
    return []
