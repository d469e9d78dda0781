"""Ids that v3 returned as text and v4 returns as ``uuid.UUID``."""

from __future__ import annotations

import ast

from ..code import Code, call
from ..literal import is_reflected
from ..site import Site

# Parameters of v3 calls that take an id as text or UUID, in v4 as well.
_IDS = frozenset("uuid after from_uuid to_uuid from_object_uuid to_object_uuid".split())


def as_text(site: Site, code: Code) -> Code:
    """The code of a call that gives a UUID, as text where its value is used in a way that could tell the two apart."""
    return code if _is_same(site, site.call) else call("str", code)


def _is_same(site: Site, node: ast.expr) -> bool:
    """Whether text and UUID do the same where the expression stands."""
    parent = site.parent(node)
    if isinstance(parent, ast.Expr):
        return site.is_discarded(node)
    if isinstance(parent, ast.FormattedValue):
        return parent.format_spec is None and parent.conversion in (-1, 115)
    if isinstance(parent, ast.Call) and node in parent.args:
        if isinstance(parent.func, ast.Name) and parent.func.id in ("print", "str") and not site.module.bindings_of(parent.func):
            return True
        return _takes_id(site, parent, node)
    if isinstance(parent, ast.keyword):
        outer = site.parent(parent)
        return isinstance(outer, ast.Call) and _takes_id(site, outer, node)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)) and parent.value is node:
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        return len(targets) == 1 and isinstance(targets[0], ast.Name) and _name_is_same(site, targets[0])
    return False


def _name_is_same(site: Site, target: ast.Name) -> bool:
    """Whether all that read the name take text and UUID alike."""
    module = site.module
    scope = module.scope_of(target)
    if scope.elsewhere.get(target.id) or scope.is_class or target.id in module.imported:
        return False
    if any(isinstance(binding.node, ast.AugAssign) for binding in module.bindings_of(target)):
        return False  # that reads it too
    if is_reflected(site, scope):
        return False
    for other in module.loads_of(target):
        if module.scope_of(other) is not scope or not _is_same(site, other):
            return False
    return True


def _takes_id(site: Site, outer: ast.Call, node: ast.expr) -> bool:
    """Whether a v3 call takes the argument as an id."""
    for usage in site.planner.usages.get(outer.func, ()):
        if usage.symbol.startswith(("weaviate.data.", "weaviate.batch.Batch.")):
            given = site.arguments(outer, usage.symbol)
            return any(value is node and name in _IDS for name, value in given.items())
    return False
