"""What is done with a batch: in the block of a ``with``, in a function that is given one, or by hand."""

from __future__ import annotations

import ast

from ..inference.bindings import terminal
from .batch_items import ADDS, added, flushed, is_new, is_send
from .batch_names import batch_name
from .batches import BATCH, Batches
from .code import Code
from .manual_batch import filled, written
from .regions import events
from .site import Site, rewrites
from .unit import Refusal, Unit


@rewrites(*ADDS)
def add(site: Site) -> Code | None:
    """In the block of a ``with`` the batch is at hand; of one that is filled by hand, ``manual_batch`` makes a block."""
    if is_new(site.usage):
        return None
    batches = Batches.of(site.planner)
    receiver = site.usage.receiver
    if receiver is None:
        raise Refusal("the batch can't be seen")
    if batches.client(receiver) is not None:
        around = batches.around(site.call, receiver)
        if around is None:
            written(site, batches)
            return None
        return added(site, batch_name(site, batches, around))
    return added(site, site.atom(given_batch(site, batches, receiver)))


def given_batch(site: Site, batches: Batches, receiver: ast.expr) -> ast.expr:
    """An expression that holds what a ``with`` gives. Raises Refusal where it may be the client's batch itself."""
    if not isinstance(receiver, ast.Name):
        raise Refusal("the batch is kept in a variable")
    bindings = site.module.bindings_of(receiver)
    if not bindings or any(b.kind not in ("parameter", "entered") for b in bindings):
        raise Refusal("the batch is kept in a variable")
    for name in {getattr(b.value, "name", "") for b in bindings if b.kind == "parameter"}:
        if name and _gets_client_batch(site, batches, name):
            raise Refusal("the function is given `client.batch` itself, which is no batch in v4")
    return receiver


def _gets_client_batch(site: Site, batches: Batches, function: str) -> bool:
    """Whether a call of a function of this name hands it ``client.batch``, and goes on to do so."""
    for event in (e for group in events(batches).values() for e in group if e.kind == "handed"):
        call = site.parent(event.usage.node)
        call = site.parent(call) if isinstance(call, ast.keyword) else call
        if not isinstance(call, ast.Call) or terminal(call.func) != function:
            continue
        opening = next((o for o, region in batches.regions.items() if event.usage.node in {e.usage.node for e in region.events}), None)
        if opening is None:
            return True
        try:
            filled(Site(site.planner, event.usage, Unit(event.usage.node)), batches, opening)
        except Refusal:
            return True
    return False


@rewrites(f"{BATCH}create_objects", f"{BATCH}create_references", f"{BATCH}flush")
def send(site: Site) -> Code | None:
    """In the block of a ``with``: ``flush()``, which is not needed at its end."""
    batches = Batches.of(site.planner)
    receiver = site.usage.receiver
    if receiver is None:
        raise Refusal("the batch can't be seen")
    around = None
    name: Code
    if batches.client(receiver) is not None:
        around = batches.around(site.call, receiver)
        if around is None:
            written(site, batches)
            return None
        name = batch_name(site, batches, around)
    else:
        name = site.atom(given_batch(site, batches, receiver))
        around = batches.entered(receiver) if isinstance(receiver, ast.Name) else None
    statement = site.parent(site.call)
    if not isinstance(statement, ast.Expr):
        raise Refusal("the results of the batch are used")
    body = getattr(around.statement, "body", []) if around is not None else []
    rest = body[body.index(statement) :] if statement in body else []
    if rest and len(rest) < len(body) and all(is_send(site, s) for s in rest):
        site.unit.removed[statement] = None
        return None
    return flushed(site, statement, name)
