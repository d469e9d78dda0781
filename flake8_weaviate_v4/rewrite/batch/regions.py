"""Statements that fill a v3 batch by hand: they stand in one block in v4."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Container, Iterator

from ...inference.names import terminal
from ...inference.scopes import FUNCTIONS
from ...records import field, record
from ...usages import Usage

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from .batches import Batches

_ADDS = frozenset({"add_data_object", "add_reference"})
SENDS = frozenset({"create_objects", "create_references", "flush"})
_APART = frozenset("configure __call__ __enter__ delete_objects wait_for_vector_indexing".split())


@record(frozen=True, eq=False)
class Event:
    """A use of ``client.batch`` outside of a ``with``: ``add``, ``send``, ``handed`` on, ``idle`` or ``other``."""

    usage: Usage
    kind: str
    batch: ast.expr
    statement: ast.stmt  # the innermost around it


@record(eq=False)
class Region:
    """The statements ``first`` to ``last`` of a block, with what they do; ``closed`` where the last ones send all."""

    first: ast.stmt
    last: ast.stmt
    closed: bool
    events: list[Event] = field(default_factory=list)
    closing: list[ast.stmt] = field(default_factory=list)


def events(batches: Batches) -> dict[tuple[ast.AST | None, str], list[Event]]:
    """The uses of ``client.batch`` outside of a ``with``, in order, by function and client."""
    found: dict[tuple[ast.AST | None, str], list[Event]] = defaultdict(list)
    module = batches.module
    for usages in batches.planner.usages.values():
        for usage in usages:
            kind, batch = _kind(batches, usage, usages)
            if not kind or batch is None or usage.guarded or batches.around(usage.node, batch) is not None:
                continue
            scope = module.function_of(module.scope_of(usage.node))
            client = batches.client(batch)
            assert client is not None
            event = Event(usage, kind, batch, _statement(batches, usage.node))
            found[scope.node if scope is not None else None, ast.dump(client)].append(event)
    for each in found.values():
        each.sort(key=lambda e: (e.usage.line, e.usage.column))
    return found


def _kind(batches: Batches, usage: Usage, beside: list[Usage]) -> tuple[str, ast.expr | None]:
    if usage.symbol in ("weaviate.Client.batch", "weaviate.WeaviateClient.batch") and isinstance(usage.node, ast.Attribute):
        parent = batches.module.parents.get(usage.node)
        handed = (isinstance(parent, ast.Call) and usage.node in parent.args) or isinstance(parent, ast.keyword)
        if handed and len(beside) == 1 and isinstance(parent, ast.Call) and terminal(parent.func) == "len":
            return "other", usage.node  # a v4 batch has no length
        return ("handed" if handed and len(beside) == 1 else ""), usage.node
    owner, _, name = usage.symbol.rpartition(".")
    if owner != "weaviate.batch.Batch" or name in _APART or batches.client(usage.receiver) is None:
        return "", None
    node = usage.node
    if name in _ADDS and usage.call is not None:
        return "add", usage.receiver
    if name in SENDS and usage.call is not None:
        return "send", usage.receiver
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return "", None
    idle = name == "shape" and isinstance(batches.module.parents.get(node), ast.Expr)
    return ("idle" if idle else "other"), usage.receiver


def _statement(batches: Batches, node: ast.AST) -> ast.stmt:
    current: ast.AST = node
    while not isinstance(current, ast.stmt):
        current = batches.module.parents[current]
    return current


def regions(batches: Batches) -> Iterator[Region]:
    """The regions of the file."""
    for (function, _), group in events(batches).items():
        if not any(e.kind in ("add", "handed") for e in group):
            continue
        body = batches.module.source.tree.body if function is None else getattr(function, "body", None)
        if not isinstance(body, list):
            continue
        found, left = _split(batches, body, group)
        if left:
            found.append(left)
        yield from found


def _split(batches: Batches, block: list[ast.stmt], group: list[Event]) -> tuple[list[Region], Region | None]:
    """The regions of a block that end with all sent, and what is left open at its end."""
    found: list[Region] = []
    current: Region | None = None
    closing = False
    inside: dict[ast.AST, list[Event]] = {statement: [] for statement in block}
    for event in group:
        if (around := _around(batches, event.statement, inside)) is not None:
            inside[around].append(event)
    for statement, mine in zip(block, inside.values(), strict=True):
        if not mine:
            closing = False
            continue
        sends = [e for e in mine if e.kind == "send" and e.statement is statement and _is_whole(e, statement)]
        if closing and sends and current is None and found:  # ``create_references`` behind ``create_objects``
            found[-1].last = statement
            found[-1].events += mine
            found[-1].closing.append(statement)
            continue
        closing = False
        if current is None:
            if sends or all(e.kind in ("send", "idle") for e in mine):
                continue  # nothing that this function added waits
            inner = _inner(batches, statement, mine)
            if inner is not None:
                found += inner
                continue
            current = Region(statement, statement, False)
        current.last = statement
        current.events += mine
        if sends:
            current.closed = closing = True
            current.closing.append(statement)
            found.append(current)
            current = None
    return found, current


def _inner(batches: Batches, statement: ast.stmt, group: list[Event]) -> list[Region] | None:
    """The regions inside a statement, where they cover all that is done in it."""
    found: list[Region] = []
    for block in blocks(statement):
        closed, left = _split(batches, block, group)
        if left is not None:
            return None
        found += closed
    covered = {e for region in found for e in region.events}
    return found if found and all(e in covered for e in group) else None


def blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a compound statement."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, None)
        if isinstance(block, list) and block:
            yield block
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _is_whole(event: Event, statement: ast.stmt) -> bool:
    """Whether the statement is nothing but the call, or a loop over what it gives."""
    if isinstance(statement, ast.For):
        return statement.iter is event.usage.call
    return isinstance(statement, (ast.Expr, ast.Assign, ast.AnnAssign)) and statement.value is event.usage.call


def _around(batches: Batches, node: ast.AST, some: Container[ast.AST]) -> ast.AST | None:
    """The one of some statements that a node is or stands in."""
    if node in some:
        return node
    for outer in batches.module.ancestors(node):
        if outer in some:
            return outer
        if isinstance(outer, FUNCTIONS):
            return None
    return None
