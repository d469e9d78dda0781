"""Builder chains and call arguments, as the v3 and v4 surfaces know them."""

from __future__ import annotations

import ast
from functools import lru_cache

from . import surface


@lru_cache(maxsize=4096)
def is_member(symbol: str) -> bool:
    """Whether a symbol is a method or attribute of a class."""
    kind = surface.load("v3").kind(symbol) or surface.load("v4").kind(symbol)
    return kind in ("attribute", "method")


@lru_cache(maxsize=4096)
def is_link(symbol: str) -> bool:
    """Whether a method is a link of a v3 builder: its class is one that ``do()`` sends, and it hands on or ends it."""
    owner, _, name = symbol.rpartition(".")
    known = surface.load("v3")
    if known.kind(symbol) != "method" or known.member(owner, "do") is None:
        return False
    return name in ("do", "build") or owner in known.types(symbol)


def arguments(symbol: str, call: ast.Call) -> dict[str, ast.expr]:
    """Parameter name -> argument of a call of ``symbol``; what stars bring is left out."""
    given = {}
    for name, argument in zip(_parameters(symbol), call.args, strict=False):
        if isinstance(argument, ast.Starred):
            break
        given[name] = argument
    given.update({k.arg: k.value for k in call.keywords if k.arg is not None})
    return given


@lru_cache(maxsize=4096)
def _parameters(symbol: str) -> list[str]:
    known = surface.load("v3") if symbol in surface.load("v3").symbols else surface.load("v4")
    return known.parameters(symbol)
