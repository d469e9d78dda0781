"""Builder chains and call arguments, as the v3 and v4 surfaces know them."""

from __future__ import annotations

import ast

from . import surface


def is_link(symbol: str) -> bool:
    """Whether a method belongs to a builder: it returns its own class, or ends the chain (``do``, ``build``)."""
    owner, _, name = symbol.rpartition(".")
    known = surface.load("v3")
    return owner in known.types(symbol) or name in ("do", "build") and known.kind(symbol) == "method"


def arguments(symbol: str, call: ast.Call) -> dict[str, ast.expr]:
    """Parameter name -> argument of a call of ``symbol``; what stars bring is left out."""
    known = surface.load("v3") if symbol in surface.load("v3").symbols else surface.load("v4")
    given = {}
    for name, argument in zip(known.parameters(symbol), call.args):
        if isinstance(argument, ast.Starred):
            break
        given[name] = argument
    given.update({k.arg: k.value for k in call.keywords if k.arg is not None})
    return given
