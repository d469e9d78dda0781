"""Names that v4 has in another module: the import moves, the code that uses them stays as it is."""

from __future__ import annotations

import ast

from .code import Code
from .imports import MOVED
from .site import REWRITES, Site
from .unit import Import, Refusal


def moves(symbol: str, module: str, name: str) -> None:
    """Register that v4 has the v3 ``symbol`` as ``module.name``."""
    MOVED[symbol] = (module, name)
    REWRITES[symbol] = moved


def moved(site: Site) -> Code | None:
    """An import goes to the new module; ``weaviate.Name`` becomes the name that the new module's import binds."""
    node = site.usage.node
    module, name = MOVED[site.usage.symbol]
    if site.usage.accessed == f"{module}.{name}":
        return None
    if isinstance(node, ast.alias):
        bound = node.asname or node.name
        site.planner.imports.move(site.unit, bound, Import(module, name, bound))
    elif isinstance(node, ast.Attribute):
        site.unit.replaced[node] = site.use(module, name)
    elif not isinstance(node, ast.Name):
        raise Refusal("it is named in a string")
    return None
