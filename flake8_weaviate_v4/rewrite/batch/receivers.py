"""Expressions that a batch is reached by: what a ``with`` gives, or the client's batch itself."""

from __future__ import annotations

import ast

from ...inference.flow import WITHS
from ...inference.names import terminal
from ..site import Site
from ..unit import Refusal
from .batches import Batches
from .manual import filled
from .regions import events


def given_batch(site: Site, batches: Batches, receiver: ast.expr) -> ast.expr:
    """An expression that holds what a ``with`` gives. Raises Refusal where it may be the client's batch itself."""
    if not isinstance(receiver, ast.Name):
        raise Refusal("the batch is kept in a variable")
    bindings = site.module.bindings_of(receiver)
    if not bindings or any(b.kind not in ("parameter", "entered") for b in bindings):
        raise Refusal("the batch is kept in a variable")
    if any(b.kind == "entered" for b in bindings) and not _is_open(site, receiver):
        raise Refusal("a v4 batch ends with the block of its `with`")
    for name in {getattr(b.value, "name", "") for b in bindings if b.kind == "parameter"}:
        if name and _gets_client_batch(site, batches, name):
            raise Refusal("the function is given `client.batch` itself, which is no batch in v4")
    return receiver


def _gets_client_batch(site: Site, batches: Batches, function: str) -> bool:
    """Whether a call of a function of this name hands it ``client.batch``, and goes on to do so.

    Where the call is rewritten, the doubts of that are those of the function.
    """
    for event in (e for group in events(batches).values() for e in group if e.kind == "handed"):
        call = site.parent(event.usage.node)
        call = site.parent(call) if isinstance(call, ast.keyword) else call
        if not isinstance(call, ast.Call) or terminal(call.func) != function:
            continue
        opening = next((o for o, region in batches.regions.items() if event.usage.node in {e.usage.node for e in region.events}), None)
        if opening is None:
            return True
        try:
            filled(Site(site.planner, event.usage, site.unit), batches, opening)
        except Refusal:
            return True
    return False


def _is_open(site: Site, name: ast.Name) -> bool:
    """Whether a ``with`` that gives the name its value is around, or the code runs who knows when."""
    scope = site.scope(name)
    if name.id not in scope.names:
        return True
    for outer in site.module.ancestors(name):
        if isinstance(outer, WITHS):
            targets = [item.optional_vars for item in outer.items]
            if any(isinstance(n, ast.Name) and n.id == name.id for t in targets if t is not None for n in ast.walk(t)):
                return True
    return False
