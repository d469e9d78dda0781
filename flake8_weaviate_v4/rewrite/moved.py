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


def requoted(site: Site, string: ast.Constant, node: ast.expr, new: str) -> str:
    """The string of a quoted annotation with ``new`` in the place of one name or path in it."""
    old = site.module.source.segment(string)
    start, end = node.col_offset - string.col_offset, (node.end_col_offset or 0) - string.col_offset
    if old[start:end] != ast.unparse(node):
        raise Refusal("an annotation in a string that can't be changed safely")
    return f"{old[:start]}{new}{old[end:]}"
