"""A batch that v3 code fills and sends by hand -> the block of a ``with`` around the statements that do so."""

from __future__ import annotations

import ast

from ...inference.flow import LOOPS, TRIES, reaching
from ...inference.scopes import FUNCTIONS
from ..code import join
from ..site import Site, names, pure
from ..unit import Refusal
from .batches import Batches, Opening
from .failures import SWALLOWED, is_caught, told
from .handed import given
from .items import ADDS, added, flushed, is_send
from .meanwhile import SEEN, is_seen
from .names import batch_name
from .regions import Event, Region, events
from .settings import afterwards, opened


def written(site: Site, batches: Batches) -> None:
    """The fix for the statements that a use stands in; the first use of them makes it, for all.

    Raises Refusal for each use, where it can't be made.
    """
    opening = batches.filling.get(site.usage)
    if opening is not None:
        region = batches.regions[opening]
        if region.events[0].usage is site.usage:
            _write(site, batches, opening, region)
        else:
            filled(site, batches, opening)
        return
    statement = site.parent(site.call)
    if isinstance(statement, ast.stmt) and is_send(site, statement):
        _stray(site, batches)
        site.unit.removed[statement] = None
        return
    raise Refusal("the batch is filled elsewhere")


def filled(site: Site, batches: Batches, opening: Opening) -> None:
    """Whether the fix for some statements can be made; its doubts go to the unit. Raises Refusal where it can't."""
    region = batches.regions[opening]
    batches.tried(opening, site, lambda one: _write(Site(site.planner, region.events[0].usage, one.unit), batches, opening, region))


def _stray(site: Site, batches: Batches) -> None:
    """Of a call that sends what nobody is seen to have added. Raises Refusal where something may well have been."""
    if any(event.kind in ("add", "handed") for group in events(batches).values() for event in group):
        raise Refusal("the batch is filled elsewhere")
    before = [o for o in batches.openings if o.item is not None and site.function(o.statement) is site.function()]
    if not any(o.statement.lineno < site.usage.line and batches.same(o.batch, site.usage.receiver or o.batch) for o in before):
        site.unit.doubt("what other code may have added to the batch is not sent here")


def _write(site: Site, batches: Batches, opening: Opening, region: Region) -> None:
    unit = site.unit
    client = batches.client(opening.batch)
    if client is None or not pure(client) or not names([client]):
        raise Refusal("the client of the batch is computed")
    root = next(n for n in ast.walk(client) if isinstance(n, ast.Name))
    bound = [n for s in _statements(site, region) for n in ast.walk(s) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    if any(n.id == root.id for n in bound):
        raise Refusal("the client is made while the batch is filled")
    if any(event.kind == "other" for event in region.events):
        raise Refusal("v4 does not tell what waits in a batch")
    if isinstance(region.first, (*FUNCTIONS, ast.ClassDef)):
        raise Refusal("the batch is filled elsewhere")
    sends = [event for event in region.events if event.kind == "send"]
    handed = any(event.kind == "handed" for event in region.events)
    if not sends and not handed and not any(isinstance(n, LOOPS) for s in _statements(site, region) for n in ast.walk(s)):
        raise Refusal("the batch is sent elsewhere")
    _sure(site, region)
    if is_caught(site, region.first):
        unit.doubt(SWALLOWED)
    if is_seen(site, client, _statements(site, region), [event.usage for event in region.events]):
        unit.doubt(SEEN)
    name = batch_name(site, batches, opening)
    references = any(e.usage.symbol == ADDS[1] or e.kind == "handed" for e in region.events)
    tail = afterwards(site, batches, opening, references)
    own = not tail  # v3 tells once what a callback tells, and what is done with the results
    for event in region.events:
        one = Site(site.planner, event.usage, unit)
        if event.kind == "add":
            unit.replaced[one.call] = added(one, name)
        elif event.kind == "handed":
            unit.replaced[event.usage.node] = name
        elif event.kind == "idle":
            unit.removed[event.statement] = None
        else:
            lines = _send(one, region, event, name, references)
            if own and tail and lines and lines != tail and any(line.endswith(("(", "([")) for line in [*lines, *tail]):
                raise Refusal("the results of the batch are used in more than one way")
            tail = tail or lines
    head = join("with ", opened(site, batches, opening), f" as {name}")
    unit.wrapped.append((region.first, region.last, head))
    unit.behind[region.last] = tail


def _send(site: Site, region: Region, event: Event, name: str, references: bool) -> list[str]:
    """Write a call that sends; the lines behind the block that tell of failures as its results were used to."""
    parent, statement = site.parent(site.call), event.statement
    lines: list[str] = []
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        lines = _results(site, parent, event, region, references)
    elif isinstance(parent, ast.For) and parent is statement:
        lines = told(site, parent, event.batch, references)
        if statement not in region.closing:
            site.unit.doubt("errors are told after the block")
    elif isinstance(parent, ast.Call) and site.parent(parent) is statement and isinstance(statement, ast.Expr):
        lines = given(site, parent, site.call, event.batch, references, _statements(site, region))
        if statement not in region.closing:
            site.unit.doubt("errors are told after the block")
    elif not isinstance(parent, ast.Expr):
        raise Refusal("the results of the batch are used")
    if any(isinstance(outer, TRIES) for outer in _between(site, statement, region)):
        site.unit.doubt(SWALLOWED)
    if statement in region.closing:
        site.unit.removed[statement] = None
    elif (code := flushed(site, statement, name)) is not None:
        site.unit.replaced[statement] = code
    return lines


def _results(
    site: Site, statement: ast.Assign | ast.AnnAssign, event: Event, region: Region, references: bool
) -> list[str]:  # fmt: skip
    """The lines for a loop over the results, which goes. Raises Refusal where they are used in another way."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    if len(targets) != 1 or not isinstance(targets[0], ast.Name):
        raise Refusal("the results of the batch are used")
    name = targets[0]
    scope = site.module.scope_of(name)
    lines: list[str] = []
    for load in site.module.loads_of(name):
        call = site.parent(load)
        loop: ast.AST = site.statement(load)
        own = site.module.scope_of(load) is scope
        if own and not any(binding.node is statement for binding in reaching(site.module, scope, name.id, load)):
            continue  # it is given the results of another call
        if isinstance(call, ast.Call) and site.parent(call) is loop and isinstance(loop, ast.Expr):
            new = given(site, call, load, event.batch, references, _statements(site, region))
            lines += [] if all(line in lines for line in new) else new
        elif not isinstance(loop, ast.For) or loop.iter is not load:
            raise Refusal("the results of the batch are used")
        elif not lines:
            lines = told(site, loop, event.batch, references)
        around = site.parent(loop)
        if isinstance(around, ast.If) and around is not site.parent(statement):
            if not pure(around.test) or any(isinstance(n, ast.Call) for n in ast.walk(around.test)) or loop not in around.body:
                raise Refusal("the results of the batch are used")
            lines = [f"if {site.module.source.segment(around.test)}:", *(site.style.indent + line for line in lines)]
        site.unit.removed[site.statement(load)] = None
        if statement not in region.closing:
            site.unit.doubt("errors are told after the block")
    return lines


def _sure(site: Site, region: Region) -> None:
    """Say where the block may send what v3 left waiting. Raises Refusal where it can't be a block."""
    if not region.closed:
        site.unit.doubt("what waits at the end of the block is sent there")
    for statement in _statements(site, region):
        for node in ast.walk(statement):
            if not isinstance(node, (ast.Yield, ast.YieldFrom, ast.Await, ast.Return)):
                continue
            if site.function(node) is not site.function(region.first):
                continue
            if not isinstance(node, ast.Return):
                raise Refusal("other code runs while the batch is filled")
            site.unit.doubt("what waits where the function returns is sent")
    added = {event.usage.symbol.rpartition(".")[2] for event in region.events if event.kind == "add"}
    sent = {event.usage.symbol.rpartition(".")[2] for event in region.events if event.kind == "send"}
    if "flush" not in sent and "add_reference" in added and "create_references" not in sent:
        site.unit.doubt("references that v3 left waiting are sent")
    if "flush" not in sent and "add_data_object" in added and "create_objects" not in sent:
        site.unit.doubt("objects that v3 left waiting are sent")


def _statements(site: Site, region: Region) -> list[ast.stmt]:
    parent = site.parent(region.first)
    block: list[ast.stmt] = getattr(parent, site.module.fields.get(region.first, "body"))
    return block[block.index(region.first) : block.index(region.last) + 1]


def _between(site: Site, statement: ast.stmt, region: Region) -> list[ast.AST]:
    """What stands between a statement and the block of its region."""
    top = set(_statements(site, region))
    found: list[ast.AST] = []
    node: ast.AST | None = statement
    while node is not None:
        found.append(node)
        if node in top:
            break
        node = site.parent(node)
    return found
