"""Exceptions that the code around a v3 call waits for."""

from __future__ import annotations

import ast

from ...inference.flow import TRIES, WITHS
from ...inference.names import terminal
from ...inference.values import Ref
from ..site import Site

_CATCHING = ("suppress", "raises", "assertRaises", "assertRaisesRegex")  # what a ``with`` enters that waits for an exception


def caught(site: Site, node: ast.expr, *names: str) -> list[ast.expr]:
    """The exceptions of these names (all, if none is given) that a ``try`` or ``with`` around a node in its function catches."""
    found: list[ast.expr] = []
    inner: ast.AST = node
    for outer in site.module.ancestors(node):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            break
        if isinstance(outer, TRIES) and inner in outer.body:  # type: ignore[attr-defined]
            for handler in outer.handlers:  # type: ignore[attr-defined]
                kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type or ast.Name("BaseException")]
                found += [kind for kind in kinds if not names or _names(site, kind) & set(names)]
        for call in (item.context_expr for item in outer.items) if isinstance(outer, WITHS) else ():
            if isinstance(call, ast.Call) and terminal(call.func) in _CATCHING:
                found += [kind for kind in call.args if _names(site, kind) & set(names)] if names else [call]
        inner = outer
    return found


def _names(site: Site, kind: ast.expr) -> set[str]:
    """What an exception is called, here and where it comes from."""
    found = site.engine.values(site.module, kind)
    return {terminal(kind) or "", *(v.path.rpartition(".")[2] for v in found if isinstance(v, Ref))}
