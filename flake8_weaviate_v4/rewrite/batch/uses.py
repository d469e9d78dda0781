"""What is done with a batch: in the block of a ``with``, in a function that is given one, or by hand."""

from __future__ import annotations

import ast

from ..code import Code
from ..site import Site, rewrites
from ..unit import Refusal
from .batch import block_is_made
from .batches import BATCH, Batches
from .items import ADDS, added, flushed, is_new, is_send
from .manual import written
from .names import batch_name
from .receivers import given_batch


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
        block_is_made(site, batches, around)
        return added(site, batch_name(site, batches, around))
    return added(site, site.atom(given_batch(site, batches, receiver)))


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
        block_is_made(site, batches, around)
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
