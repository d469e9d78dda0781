"""Whether an object is changed in place after it was put into a batch: v3 copies it whole, v4 only its dictionary."""

from __future__ import annotations

import ast

from ...inference.flow import LOOPS, reaching
from ...inference.scopes import Scope
from ..changing import CHANGING
from ..literal import assigned_once
from ..site import Site


def is_changed(site: Site, node: ast.expr) -> bool:
    """Whether what hangs at the properties ``node`` of the object may be changed where the batch still holds it."""
    if isinstance(node, ast.Name):
        if _later(site, node, 2):
            return True
        assignment = assigned_once(site, node)
        if assignment is None or not isinstance(assignment.value, ast.Dict):
            return False
        node = assignment.value
    if not isinstance(node, ast.Dict):
        return False
    return any(isinstance(value, ast.Name) and _later(site, value, 1) for value in node.values)


def _later(site: Site, name: ast.Name, least: int) -> bool:
    """Whether the value of a name is changed at this depth or below, in its function, after the batch has got it."""
    module, scope = site.module, site.scope(name)
    if name.id not in scope.names:
        return False
    deep = [other for other, depth in _changes(site, scope, name.id) if depth >= least]
    mine = {b.node for b in reaching(module, scope, name.id, name)} if deep else set()
    added = {n for n in module.ancestors(site.call) if isinstance(n, LOOPS)}
    for other in deep:
        same = mine & {b.node for b in reaching(module, scope, name.id, other)}
        around = [n for n in module.ancestors(other) if n in added]  # loops that hold both, the inner ones first
        if not same:
            continue
        if (other.lineno, other.col_offset) > (site.call.lineno, site.call.col_offset):
            return True
        if around and any(made is not around[0] and around[0] not in module.ancestors(made) for made in same):
            return True
    return False


def _changes(site: Site, scope: Scope, name: str) -> list[tuple[ast.Name, int]]:
    """Where the scope changes something in the value of a variable, and how deep; looked for once."""
    known = site.planner.memo.get(key := f"changed {id(scope)} {name}")
    if not isinstance(known, list):
        own = [node for node in site.module.names.get(name, ()) if site.module.scope_of(node) is scope]
        known = site.planner.memo[key] = [(node, depth) for node in own if (depth := _depth(site, node))]
    return known


def _depth(site: Site, name: ast.Name) -> int:
    """How deep in the value of a name something is changed where it is read: 0 where nothing is, 1 for ``x["a"] = ...``."""
    node: ast.AST = name
    parent, depth = site.parent(node), 0
    while isinstance(parent, ast.Subscript) and parent.value is node:
        depth += 1
        if not isinstance(parent.ctx, ast.Load):
            return depth
        node, parent = parent, site.parent(parent)
    if isinstance(parent, ast.AugAssign) and parent.target is node:
        return depth + 1
    if isinstance(parent, ast.Attribute) and parent.attr in CHANGING:
        return depth + 1
    return 0
