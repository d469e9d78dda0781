"""Exceptions that the code around a v3 call waits for."""

from __future__ import annotations

import ast

from ...inference.flow import TRIES, WITHS
from ...inference.names import terminal
from ...inference.values import Ref
from ..site import Site


def caught(site: Site, node: ast.expr, *names: str) -> list[ast.expr]:
    """The exceptions of these names (all, if none is given) that a ``try`` around a node in its function catches."""
    found: list[ast.expr] = []
    inner: ast.AST = node
    for outer in site.module.ancestors(node):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            break
        if isinstance(outer, TRIES) and inner in outer.body:  # type: ignore[attr-defined]
            for handler in outer.handlers:  # type: ignore[attr-defined]
                kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type or ast.Name("BaseException")]
                found += [kind for kind in kinds if not names or _names(site, kind) & set(names)]
        if isinstance(outer, WITHS) and not names:
            found += [item.context_expr for item in outer.items if _catches(item.context_expr)]
        inner = outer
    return found


def _names(site: Site, kind: ast.expr) -> set[str]:
    """What an exception is called, here and where it comes from."""
    found = site.engine.values(site.module, kind)
    return {terminal(kind) or "", *(v.path.rpartition(".")[2] for v in found if isinstance(v, Ref))}


def _catches(node: ast.expr) -> bool:
    """Whether what a ``with`` enters waits for an exception."""
    return isinstance(node, ast.Call) and terminal(node.func) in ("suppress", "raises", "assertRaises", "assertRaisesRegex")
