"""What ``isinstance`` and ``match`` tell of a name at one place."""

from __future__ import annotations

import ast

from .bindings import Module
from .engine import Engine
from .flow import terminates
from .names import dotted
from .values import Instance, Many, Object, Other, Values, union

MOST_CHECKS = 50  # of one name that are looked at


def narrowed(engine: Engine, module: Module, node: ast.Name | ast.Attribute, values: Values) -> Values:
    """``values`` of ``node``, less what checks around it rule out, or what they say where nothing else is known."""
    if node not in module.parents or (text := dotted(node)) is None:
        return values
    if module.matches:
        values = _matched(engine, module, node, text, values)
    for check in module.checks.get(text, ())[:MOST_CHECKS]:
        if check.args[0] is node:
            continue
        holds = _holds(module, check, node)
        if holds is None:
            continue
        classes = _classes(engine, module, check.args[1])
        if not classes:
            continue
        if holds:
            values = tuple(v for v in values if v in classes) or classes
        else:
            values = tuple(v for v in values if v not in classes)
    return values


def _classes(engine: Engine, module: Module, node: ast.expr) -> Values:
    if isinstance(node, ast.Tuple):
        return union(*(engine.annotation(module, e) for e in node.elts))
    return tuple(v for v in engine.annotation(module, node) if isinstance(v, (Instance, Object, Other, Many)))


def _holds(module: Module, check: ast.Call, node: ast.AST) -> bool | None:
    """Whether the check is known to be true (or false) where ``node`` is evaluated; None: neither."""
    truth = True
    inner: ast.AST = check
    outer = module.parents.get(check)
    around = {id(node)} | {id(a) for a in module.ancestors(node)}
    while outer is not None:
        if isinstance(outer, ast.UnaryOp) and isinstance(outer.op, ast.Not):
            truth = not truth
        elif isinstance(outer, ast.BoolOp):
            if isinstance(outer.op, ast.And) is not truth:
                return None
            later = outer.values[outer.values.index(inner) + 1 :]  # type: ignore[arg-type]
            if any(id(v) in around for v in later):
                return truth
        elif isinstance(outer, (ast.If, ast.IfExp, ast.While)):
            if inner is not outer.test:
                return None
            return _branch(module, outer, around, truth, node)
        elif isinstance(outer, ast.Assert):
            return truth if truth and _follows(module, outer, around) else None
        else:
            return None
        inner, outer = outer, module.parents.get(outer)
    return None


def _branch(module: Module, outer: ast.If | ast.IfExp | ast.While, around: set[int], truth: bool, node: ast.AST) -> bool | None:
    body = outer.body if isinstance(outer.body, list) else [outer.body]
    orelse = outer.orelse if isinstance(outer.orelse, list) else [outer.orelse]
    if any(id(part) in around for part in body):
        return truth
    if any(id(part) in around for part in orelse):
        return not truth
    if isinstance(outer, ast.If) and terminates(outer.body) and not outer.orelse and _follows(module, outer, around):
        return not truth
    return None


def _follows(module: Module, statement: ast.stmt, around: set[int]) -> bool:
    """Whether what ``around`` describes stands in the same block, after ``statement``."""
    parent = module.parents.get(statement)
    block = getattr(parent, module.fields.get(statement, ""), None)
    if not isinstance(block, list):
        return False
    return any(id(part) in around for part in block[block.index(statement) + 1 :])


def named(engine: Engine, module: Module, pattern: ast.AST) -> Values | None:
    """The instances that a pattern lets through, where it names a class; else None."""
    if isinstance(pattern, ast.MatchClass):
        return engine.annotation(module, pattern.cls)
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
        return named(engine, module, pattern.pattern)
    if isinstance(pattern, ast.MatchOr):
        found = [named(engine, module, inner) for inner in pattern.patterns]
        return union(*(part for part in found if part is not None)) if None not in found else None
    return None


def _matched(engine: Engine, module: Module, node: ast.AST, text: str, values: Values) -> Values:
    """The subject of a ``match`` inside a case whose pattern names a class."""
    for ancestor in module.ancestors(node):
        if isinstance(ancestor, ast.match_case):
            match = module.parents.get(ancestor)
            if isinstance(match, ast.Match) and dotted(match.subject) == text:
                return named(engine, module, ancestor.pattern) or values
    return values
