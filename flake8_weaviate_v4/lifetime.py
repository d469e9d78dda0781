"""v4 clients that are never closed: an open connection, and a ResourceWarning at the end."""

from __future__ import annotations

import ast

from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .inference.names import dotted
from .inference.values import Instance
from .usages import Usage

_CLIENTS = frozenset({"weaviate.WeaviateClient", "weaviate.WeaviateAsyncClient"})
_OPENERS = frozenset(
    """connect_to_local connect_to_custom connect_to_embedded connect_to_wcs connect_to_weaviate_cloud WeaviateClient
    WeaviateAsyncClient use_async_with_local use_async_with_custom use_async_with_embedded
    use_async_with_weaviate_cloud""".split()
)


def unclosed(engine: Evaluator, module: Module) -> list[Usage]:
    """Calls that open a v4 client which this file neither closes nor hands on to code that could."""
    found = []
    for name in _OPENERS & module.calls_by_name.keys():
        for call in module.calls_by_name[name]:
            opened = {v.cls for v in engine.values(module, call) if isinstance(v, Instance)} & _CLIENTS
            if opened and not _is_closed(engine, module, call):
                place: ast.expr = call.func
                line = place.end_lineno or place.lineno
                column = module.source.column(line, place.end_col_offset or 0) - len(name)
                found.append(Usage("", call, name, shape="unclosed-client", call=call, line=line, column=column))
    return found


def _is_closed(engine: Evaluator, module: Module, call: ast.Call) -> bool:
    """Whether the client is managed, closed under its name, or leaves for a place that can't be seen."""
    node: ast.AST = call
    parent = module.parents.get(node)
    while isinstance(parent, (ast.Await, ast.IfExp, ast.BoolOp, ast.NamedExpr)):
        node, parent = parent, module.parents.get(parent)
    if isinstance(parent, ast.Attribute):  # connect_to_local().collections...: nobody holds it
        return parent.attr in ("close", "__enter__")
    if isinstance(parent, ast.Expr):
        return False
    targets: list[ast.expr] = []
    if isinstance(parent, ast.Assign):
        targets = parent.targets
    elif isinstance(parent, ast.AnnAssign):
        targets = [parent.target]
    if not targets:
        return True  # with, return, yield, an argument, an element: someone else's to close
    return any(_closed_or_gone(module, target) for target in targets)


def _closed_or_gone(module: Module, target: ast.expr) -> bool:
    text = dotted(target)
    if text is None:
        return True
    if any(isinstance(c.func, ast.Attribute) and dotted(c.func.value) == text for c in module.calls_by_name.get("close", ())):
        return True
    if any(dotted(item.context_expr) == text for item in module.entered):
        return True
    if isinstance(target, ast.Attribute):  # kept in an object: closed under any name of that attribute
        return any(isinstance(c.func, ast.Attribute) and _ends_in(c.func.value, target.attr) for c in module.calls_by_name.get("close", ()))
    assert isinstance(target, ast.Name)
    bindings = module.bindings_of(target)
    for use in module.names.get(target.id, ()):
        if module.bindings_of(use) is bindings and _hands_on(module, use):
            return True
    return False


def _ends_in(node: ast.AST, name: str) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == name) or (isinstance(node, ast.Name) and node.id == name)


def _hands_on(module: Module, use: ast.AST) -> bool:
    """Whether a use gives the client to someone else: returned, passed, stored."""
    parent = module.parents.get(use)
    while isinstance(parent, (ast.Tuple, ast.List, ast.Dict, ast.IfExp, ast.BoolOp, ast.Await)):
        use, parent = parent, module.parents.get(parent)
    return isinstance(parent, (ast.Return, ast.Yield, ast.keyword, ast.Assign, ast.AnnAssign)) or (
        isinstance(parent, ast.Call) and use in parent.args
    )
