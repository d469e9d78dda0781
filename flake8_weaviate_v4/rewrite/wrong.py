"""Wrong arguments: what v3 raised for them is mostly another exception in v4."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .literal import constant
from .objects.exceptions import caught
from .site import Site

_RAISED = ("TypeError", "ValueError")
_PARTS = ("weaviate.schema.", "weaviate.data.", "weaviate.batch.", "weaviate.gql.", "weaviate.cluster.", "weaviate.backup.")


def check(site: Site) -> None:
    """Note in the unit of a use that the program waits for what v3 raises where an argument is wrong."""
    call = site.usage.call
    if call is None or call not in site.module.parents or not site.usage.symbol.startswith(_PARTS):
        return
    if any(constant(node) is None and not isinstance(node, ast.Constant) for node in _given(call)) and caught(site, call, *_RAISED):
        site.unit.doubt("what v3 raises for wrong arguments is another exception in v4")


def _given(node: ast.expr) -> Iterator[ast.expr]:
    """The arguments of a call, and of those before it in its chain."""
    while isinstance(node, (ast.Call, ast.Attribute)):
        if isinstance(node, ast.Call):
            yield from (*node.args, *(keyword.value for keyword in node.keywords))
        node = node.func if isinstance(node, ast.Call) else node.value
