"""Whether a block asks the server something while objects wait in its batch: v3 sends them when so many are there, v4 from
another thread."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable

from ...chains import arguments
from ...inference.flow import LOOPS
from ...usages import Usage
from ..literal import constant
from ..site import Site
from .regions import SENDS

SEEN = "the block asks the server while objects wait: v4 sends them at another time than v3"
_BATCH = "weaviate.batch.Batch."
_ASKS = frozenset({"weaviate.gql.Query.raw", f"{_BATCH}delete_objects"})
_CLASSES = ("class_name", "from_class_name", "from_object_class_name")
_OWNERS = frozenset({"weaviate.Client.data_object", "weaviate.Client.query", "weaviate.Client.batch"})


def is_seen(site: Site, client: ast.expr, block: Collection[ast.AST], uses: Iterable[Usage]) -> bool:
    """Whether a request of ``client`` in the statements ``block`` may notice what their batch, of which ``uses`` are all
    members used there, holds at that time."""
    uses = list(uses)
    added = [use for use in uses if use.symbol.removeprefix(_BATCH).startswith("add_")]
    sent = [use for use in uses if use.symbol.removeprefix(_BATCH) in SENDS]
    return any(
        _waits(site, block, one, request, sent)
        for request in (_requests(site) if added else ())
        if _within(site, request.node, block) and _is_of(site, request, client)
        for one in added
        if not _differ(_class(one), _class(request))
    )


def _requests(site: Site) -> list[Usage]:
    """The requests of the file that read or change objects; looked for once."""
    found = site.planner.memo.get("requests")
    if not isinstance(found, list):
        every = (usage for usages in site.planner.usages.values() for usage in usages if usage.call is not None)
        found = site.planner.memo["requests"] = [usage for usage in every if _asks(usage.symbol)]
    return found


def _asks(symbol: str) -> bool:
    return symbol in _ASKS or symbol.startswith("weaviate.data.") or (symbol.startswith("weaviate.gql.") and symbol.endswith(".do"))


def _within(site: Site, node: ast.AST, block: Collection[ast.AST]) -> bool:
    return any(outer in block for outer in site.module.ancestors(node))


def _is_of(site: Site, request: Usage, client: ast.expr) -> bool:
    """Whether a request is of a client, or its client can't be seen."""
    node: ast.AST | None = request.node
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        if isinstance(node, ast.Attribute) and any(u.symbol in _OWNERS for u in site.planner.usages.get(node, ())):
            return ast.dump(node.value) == ast.dump(client)
        node = node.func if isinstance(node, ast.Call) else node.value
    return True


def _class(usage: Usage) -> str:
    """The class that is named; empty where that can't be seen."""
    for link in (usage, *usage.links):
        given = arguments(link.symbol, link.call) if link.call is not None else {}
        for name in _CLASSES:
            if isinstance(found := constant(given.get(name)), str):
                return found[:1].upper() + found[1:]
    return ""


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _waits(site: Site, block: Collection[ast.AST], one: Usage, request: Usage, sent: list[Usage]) -> bool:
    """Whether what ``one`` adds may be unsent when a request is made."""
    before = _place(one) < _place(request)
    if not before and not _repeats(site, block, one, request):
        return False
    for each in sent:
        follows = _place(one) < _place(each)
        if follows and _stands_above(site, each, one) and (not before or _place(each) < _place(request)):
            return False
        if follows and before and _place(each) < _place(request) and _stands_above(site, each, request):
            return False
    return True


def _repeats(site: Site, block: Collection[ast.AST], one: Usage, other: Usage) -> bool:
    """Whether a loop in the block holds both."""
    mine = set(site.module.ancestors(one.node))
    loops = (node for node in site.module.ancestors(other.node) if isinstance(node, LOOPS) and node in mine)
    return any(loop in block or _within(site, loop, block) for loop in loops)


def _stands_above(site: Site, one: Usage, other: Usage) -> bool:
    """Whether the statement of ``one`` stands in a block that the other stands in as well, so that it is surely run."""
    statement = next(n for n in site.module.ancestors(one.node) if isinstance(n, ast.stmt))
    place = site.module.parents.get(statement), site.module.fields.get(statement)
    return any((site.module.parents.get(n), site.module.fields.get(n)) == place for n in site.module.ancestors(other.node))


def _place(usage: Usage) -> tuple[int, int]:
    return usage.line, usage.column
