"""Literals that v3 calls are given, written out into new code.

v3 takes dictionaries and lists where v4 has arguments of their own. A literal may stand in the call, or in a variable
that is bound once: then it moves into the call where that changes nothing, or its parts are read from the variable.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from ..inference.flow import LOOPS, reaching
from ..inference.scopes import FUNCTIONS
from .code import Code, join
from .site import Site, names, pure
from .unit import Refusal

_SHORT = 200  # characters of a constant that is written out more than once
_CHANGING = frozenset("append extend insert pop remove clear update setdefault sort reverse popitem add discard".split())


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A display that is followed: ``node`` is it; ``variable`` the name in the call that leads to it, where one does, and
    ``moves`` whether its parts may be written where the name stood."""

    site: Site
    node: ast.expr
    variable: ast.Name | None = None
    moves: bool = True

    def part(self, node: ast.expr, *keys: object) -> Code:
        """The code for a part of the literal under these keys: the part itself, or how it is read from the variable."""
        if self.variable is None or self.moves or _constant(node):
            return node
        return join(self.variable, *(f"[{self.site.string(k) if isinstance(k, str) else repr(k)}]" for k in keys))

    def items(self) -> dict[str, ast.expr]:
        """Key -> value of a dictionary. Raises Refusal where not all keys are plain strings, each once."""
        if not isinstance(self.node, ast.Dict):
            raise Refusal("it is no dictionary literal")
        found: dict[str, ast.expr] = {}
        for key, value in zip(self.node.keys, self.node.values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str) or key.value in found:
                raise Refusal("a key of the dictionary can't be seen")
            found[key.value] = value
        return found

    def elements(self) -> list[ast.expr]:
        """The elements of a list or tuple. Raises Refusal where it is none, or a star is in it."""
        if not isinstance(self.node, (ast.List, ast.Tuple)) or any(isinstance(e, ast.Starred) for e in self.node.elts):
            raise Refusal("it is no list literal")
        return self.node.elts

    def inner(self, node: ast.expr, *keys: object) -> Literal:
        """The literal of a part; a part of a variable that stays is read through it."""
        found = follow(self.site, node)
        if found.variable is None:
            return Literal(self.site, found.node, self.variable, self.moves)
        return found


def follow(site: Site, node: ast.expr) -> Literal:
    """The literal that an argument is: itself, or what its variable is bound to. Raises Refusal where it can't be seen."""
    if not isinstance(node, ast.Name):
        if isinstance(node, (ast.Dict, ast.List, ast.Tuple, ast.Constant, ast.Set, ast.JoinedStr)):
            return Literal(site, node)
        raise Refusal("an argument is no literal")
    assignment = assigned_once(site, node)
    if assignment is None or not isinstance(assignment.value, (ast.Dict, ast.List, ast.Tuple, ast.Constant)):
        raise Refusal(f"`{node.id}` is not a literal that is bound once")
    value = assignment.value
    loads = loads_of(site, node)
    if not isinstance(value, ast.Constant) and any(changes(site, load) for load in loads):
        raise Refusal(f"`{node.id}` is changed after it is made")
    start, end = site.planner.text.span(value)
    moves = _moves(site, node, assignment) and (len(loads) == 1 or (_constant(value) and end - start <= _SHORT))
    if moves:
        site.unit.read[node] = assignment
    return Literal(site, value, node, moves)


def assigned_once(site: Site, node: ast.Name) -> ast.Assign | ast.AnnAssign | None:
    """The one plain assignment that gives the name its value here, or None."""
    module = site.module
    scope = module.scope_of(node)
    while scope.parent is not None and (node.id not in scope.names or (scope.is_class and scope is not module.scope_of(node))):
        scope = scope.parent
    own = scope is module.scope_of(node)
    bindings = reaching(module, scope, node.id, node) if own else scope.names.get(node.id, [])
    if len(bindings) != 1 or bindings[0].kind != "value" or bindings[0].path:
        return None
    statement = bindings[0].node
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    single = isinstance(statement, ast.AnnAssign) or len(statement.targets) == 1
    return statement if single and isinstance(target, ast.Name) else None


def loads_of(site: Site, node: ast.Name) -> list[ast.Name]:
    """All places that read the variable which ``node`` reads, and see the same assignment."""
    module = site.module
    bindings = module.bindings_of(node)
    statement = assigned_once(site, node)
    found = []
    for other in module.names.get(node.id, ()):
        if isinstance(other.ctx, ast.Load) and module.bindings_of(other) is bindings:
            if other is node or len(bindings) == 1 or assigned_once(site, other) in (statement, None):
                found.append(other)
    return found


def reads(site: Site, node: ast.Name) -> list[ast.Name]:
    """All places of the file that read the variable."""
    bindings = site.module.bindings_of(node)
    return [n for n in site.module.names.get(node.id, ()) if isinstance(n.ctx, ast.Load) and site.module.bindings_of(n) is bindings]


def changes(site: Site, load: ast.Name) -> bool:
    """Whether the variable's value is changed at a place that reads it."""
    node: ast.AST = load
    parent = site.module.parents.get(node)
    while isinstance(parent, ast.Subscript) and parent.value is node:
        if not isinstance(parent.ctx, ast.Load):
            return True
        node, parent = parent, site.module.parents.get(parent)
    if isinstance(parent, ast.AugAssign):
        return True
    return isinstance(parent, ast.Attribute) and parent.attr in _CHANGING


def _moves(site: Site, node: ast.Name, assignment: ast.Assign | ast.AnnAssign) -> bool:
    """Whether the assigned literal means the same where the name stands."""
    module = site.module
    value = assignment.value
    if value is None or not pure(value):
        return False
    if _constant(value):
        return True
    here, there = module.scope_of(node), module.scope_of(assignment)
    if here is not there:
        return False
    if _loops(site, node) != _loops(site, assignment):
        return False
    return all(
        reaching(module, here, name, node) == reaching(module, here, name, value)
        for name in names([value])
        if name in here.names
    )


def _loops(site: Site, node: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    for outer in site.module.ancestors(node):
        if isinstance(outer, FUNCTIONS):
            break
        if isinstance(outer, LOOPS):
            found.append(outer)
    return found


def _constant(node: ast.AST) -> bool:
    """Whether an expression has no names in it."""
    return pure(node) and not names([node])


def constant(node: ast.expr | None) -> object:
    """The value of a literal without names, else None (negative numbers and nested lists count)."""
    if node is None:
        return None
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
