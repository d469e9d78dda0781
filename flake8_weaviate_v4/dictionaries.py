"""Dictionaries handed to v3 calls: schemas, where-filters, tenants; and what their literals say."""

from __future__ import annotations

from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .usages import Usage


def usages(engine: Evaluator, module: Module, found: list[Usage]) -> list[Usage]:
    """Usages in the arguments of the calls that ``found`` holds."""
    return []
