"""Whether a block asks the server something while objects wait in its batch: v3 sends them when so many are there, v4 from
another thread."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from ...chains import arguments
from ...inference.flow import LOOPS
from ...inference.values import Function
from ...records import record
from ...usages import Usage
from ..literal import constant
from ..site import Site
from .regions import SENDS

SEEN = "the block asks the server while objects wait: v4 sends them at another time than v3"
_STEPS = 3  # functions that call each other
_MOST = 50  # calls of one function in a block that are looked at
_BATCH = "weaviate.batch.Batch."
_ADDS = f"{_BATCH}add_"
_ASKS = frozenset({"weaviate.gql.Query.raw", f"{_BATCH}delete_objects", "weaviate.schema.Schema.delete_class", "weaviate.schema.Schema.delete_all"})
_CLASSES = ("class_name", "from_class_name", "from_object_class_name")
_OWNERS = frozenset({"weaviate.Client.schema", "weaviate.Client.data_object", "weaviate.Client.query", "weaviate.Client.batch"})


@record(frozen=True, eq=False)
class _Event:
    """A use, and the node in the block at which it is made: itself, or the call of a function that makes it."""

    usage: Usage
    node: ast.AST

    @property
    def place(self) -> tuple[int, int]:
        """Where the block makes it."""
        return getattr(self.node, "lineno", 0), getattr(self.node, "col_offset", 0)


def is_seen(site: Site, client: ast.expr, block: Collection[ast.AST], uses: Iterable[Usage]) -> bool:
    """Whether a request of ``client`` in the statements ``block`` may notice what their batch, of which ``uses`` are all
    members used there, holds at that time."""
    nodes = [node for statement in block for node in ast.walk(statement)]
    known, made = set(nodes), list(_made(site, nodes))
    uses = list(uses)
    added = [event for event in made if event.usage.symbol.startswith(_ADDS)]
    added += [_Event(use, use.node) for use in uses if use.symbol.startswith(_ADDS) and use.node not in known]
    sent = [_Event(use, use.node) for use in uses if use.symbol.removeprefix(_BATCH) in SENDS]
    return any(
        _waits(site, block, one, request, sent)
        for request in (made if added else ())
        if _asks(request.usage.symbol) and _is_of(site, request, client)
        for one in added
        if not _differ(_class(site, one.usage), _class(site, request.usage))
    )


def _made(site: Site, nodes: list[ast.AST]) -> Iterator[_Event]:
    """What is added and asked for where these nodes are evaluated."""
    elsewhere = _by_function(site)
    for node in nodes:
        yield from (_Event(use, node) for use in site.planner.usages.get(node, ()) if _matters(use))
    for function, calls in _called(site, nodes).items() if elsewhere else ():
        yield from (_Event(use, call) for use in elsewhere.get(function, ()) for call in calls)


def _matters(use: Usage) -> bool:
    return use.call is not None and (use.symbol.startswith(_ADDS) or _asks(use.symbol))


def _called(site: Site, nodes: list[ast.AST]) -> dict[ast.AST, list[ast.Call]]:
    """The functions of the file that are called where these nodes are evaluated, or by what is, and the calls among the nodes."""
    found: dict[ast.AST, list[ast.Call]] = {}
    todo = [(node, node, 0) for node in nodes if isinstance(node, ast.Call)]
    while todo:
        call, at, steps = todo.pop()
        for value in site.engine.values(site.module, call.func) if call.func not in site.planner.usages else ():
            if not isinstance(value, Function) or value.module is not site.module:
                continue
            calls = found.setdefault(value.node, [])
            if at not in calls and len(calls) < _MOST:
                calls.append(at)
                if steps < _STEPS:
                    todo += [(node, at, steps + 1) for node in ast.walk(value.node) if isinstance(node, ast.Call)]
    return found


def _by_function(site: Site) -> dict[ast.AST, list[Usage]]:
    """The functions of the file that add to a batch or ask the server, and what they do of it; looked for once."""
    known = site.planner.memo.get("asking functions")
    if isinstance(known, dict):
        return known
    found: dict[ast.AST, list[Usage]] = defaultdict(list)
    for use in (use for uses in site.planner.usages.values() for use in uses if _matters(use)):
        if (function := site.function(use.node)) is not None:
            found[function].append(use)
    site.planner.memo["asking functions"] = found
    return found


def _asks(symbol: str) -> bool:
    return symbol in _ASKS or symbol.startswith("weaviate.data.") or (symbol.startswith("weaviate.gql.") and symbol.endswith(".do"))


def _within(site: Site, node: ast.AST, block: Collection[ast.AST]) -> bool:
    return any(outer in block for outer in site.module.ancestors(node))


def _is_of(site: Site, request: _Event, client: ast.expr) -> bool:
    """Whether a request is of a client, or its client can't be seen."""
    node: ast.AST | None = request.usage.node
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        if isinstance(node, ast.Attribute) and any(u.symbol in _OWNERS for u in site.planner.usages.get(node, ())):
            return ast.dump(node.value) == ast.dump(client) or (request.node is not request.usage.node and not _are_globals(site, node.value, client))
        node = node.func if isinstance(node, ast.Call) else node.value
    return True


def _are_globals(site: Site, *nodes: ast.expr) -> bool:
    """Whether all are variables of the module."""
    return all(isinstance(node, ast.Name) and site.module.bindings_of(node) is site.module.scope.names.get(node.id) for node in nodes)


def _class(site: Site, usage: Usage) -> str:
    """The class that is named; empty where that can't be seen."""
    for link in (usage, *usage.links, *_before(site, usage.node)):
        given = arguments(link.symbol, link.call) if link.call is not None else {}
        for name in _CLASSES:
            if isinstance(found := constant(given.get(name)), str):
                return found[:1].upper() + found[1:]
    return ""


def _before(site: Site, node: ast.AST) -> Iterator[Usage]:
    """The links of a query that stand before one."""
    while isinstance(node, (ast.Attribute, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
        yield from site.planner.usages.get(node, ())


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _waits(site: Site, block: Collection[ast.AST], one: _Event, request: _Event, sent: list[_Event]) -> bool:
    """Whether what ``one`` adds may be unsent when a request is made."""
    before = one.place < request.place
    if one.node is request.node:  # one call makes both
        before = site.function(one.usage.node) is not site.function(request.usage.node) or one.usage.line < request.usage.line
    if not before and not _repeats(site, block, one, request):
        return False
    for each in sent:
        follows = one.place < each.place
        if follows and _stands_above(site, each, one) and (not before or each.place < request.place):
            return False
        if follows and before and each.place < request.place and _stands_above(site, each, request):
            return False
    return True


def _repeats(site: Site, block: Collection[ast.AST], one: _Event, other: _Event) -> bool:
    """Whether a loop in the block holds both."""
    mine = set(site.module.ancestors(one.node))
    loops = (node for node in site.module.ancestors(other.node) if isinstance(node, LOOPS) and node in mine)
    return any(loop in block or _within(site, loop, block) for loop in loops)


def _stands_above(site: Site, one: _Event, other: _Event) -> bool:
    """Whether the statement of ``one`` stands in a block that the other stands in as well, so that it is surely run."""
    statement = next(n for n in site.module.ancestors(one.node) if isinstance(n, ast.stmt))
    place = site.module.parents.get(statement), site.module.fields.get(statement)
    return any((site.module.parents.get(n), site.module.fields.get(n)) == place for n in site.module.ancestors(other.node))
