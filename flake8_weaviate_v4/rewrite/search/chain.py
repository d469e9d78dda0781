"""v3 builder chains: the links of one query, in one expression or over several statements."""

from __future__ import annotations

import ast
import bisect

from ...inference.flow import LOOPS, reaching
from ...inference.scopes import FUNCTIONS
from ...records import record
from ...usages import Usage
from ..literal import loops_around
from ..site import Site, given
from ..unit import Refusal


class Hidden(Refusal):
    """The start of a query that stands elsewhere: ``node`` gets the builder."""

    def __init__(self, node: ast.expr) -> None:
        super().__init__("the start of the query can't be seen")
        self.node = node


@record(frozen=True, eq=False)
class Link:
    """One call of a chain. ``statement`` is the one of its own that it stands in, None where that is the last one."""

    usage: Usage
    call: ast.Call
    statement: ast.stmt | None = None
    condition: ast.stmt | None = None  # the outermost branch or loop that it stands in, and the end of the query does not
    loop: ast.stmt | None = None  # the outermost of these loops

    @property
    def name(self) -> str:
        """``with_limit``."""
        return self.usage.name

    def arguments(self) -> dict[str, ast.expr]:
        """Parameter name -> argument. Raises Refusal where stars pass some."""
        return given(self.usage.symbol, self.call)


@record(eq=False)
class Chain:
    """The links of a query, first to last, the statements that hold nothing else, and the other places that send it."""

    links: list[Link]
    statements: list[ast.stmt]
    ends: list[Usage]

    @property
    def head(self) -> Link:
        """``client.query.get(...)``."""
        return self.links[0]


def collected(site: Site, *starts: str) -> Chain:
    """The chain that ends in the site's call and begins with a call of one of ``starts``. Raises Refusal where it can't be seen."""
    links, name = expression(site, site.call, None)
    statements: list[ast.stmt] = []
    ends: list[Usage] = []
    if name is not None:
        before, statements, ends = built(site, name)
        links = [*before, *links]
    if not links or links[0].usage.symbol not in starts:
        raise Refusal("the start of the query can't be seen")
    return Chain(links, statements, ends)


def expression(
    site: Site, node: ast.expr, statement: ast.stmt | None, condition: ast.stmt | None = None, loop: ast.stmt | None = None
) -> tuple[list[Link], ast.Name | None]:
    """The links of one expression, and the name that it starts from, where it does."""
    links: list[Link] = []
    current: ast.expr = node
    while isinstance(current, ast.Call) and isinstance(current.func, ast.Attribute):
        usages = site.planner.usages.get(current.func, [])
        if len(usages) != 1:
            break
        links.insert(0, Link(usages[0], current, statement, condition, loop))
        if usages[0].symbol.startswith("weaviate.gql.Query."):
            return links, None
        current = current.func.value
    if isinstance(current, ast.Name) and links:
        return links, current
    raise Hidden(current)


@record(frozen=True, eq=False)
class _Event:
    """What happens to a builder in one statement: it is begun or bound anew (``value``), given links, sent, or used otherwise."""

    statement: ast.stmt
    value: ast.expr | None = None
    use: ast.Name | None = None
    sent: Usage | None = None
    begins: bool = False


def _events(site: Site, name: ast.Name) -> list[_Event]:
    """All that happens to the variable, in order of place; looked for once. Raises Refusal where it is bound otherwise."""
    module, scope = site.module, site.module.scope_of(name)
    known = site.planner.memo.get(key := f"builder {id(scope)} {name.id}")
    if isinstance(known, list):
        return known
    found: list[_Event] = []
    for binding in scope.names[name.id]:
        if binding.kind != "value" or binding.path or not isinstance(binding.node, ast.Assign) or len(binding.node.targets) != 1:
            raise Refusal("the query is built in a way that can't be followed")
        value = binding.node.value
        found.append(_Event(binding.node, value, begins=not _starts_from(value, name.id)))
    bound = {event.statement for event in found}
    for use in module.loads_of(name):
        if module.scope_of(use) is not scope:
            continue
        statement = site.statement(use)
        if statement in bound:
            continue
        sent = _sent(site, use)
        in_place = sent is None and isinstance(statement, ast.Expr) and module.top(use) is statement.value
        changed = statement.value if in_place and isinstance(statement, ast.Expr) else None
        found.append(_Event(statement, changed, use, sent))
    found.sort(key=lambda event: _at(event.statement))
    site.planner.memo[key] = found
    return found


def _at(node: ast.stmt) -> tuple[int, int]:
    """Where a statement begins."""
    return node.lineno, node.col_offset


def _window(site: Site, events: list[_Event], end: ast.stmt) -> list[_Event]:
    """The events from the start that lies last before ``end`` to the next that always comes after it."""
    first = bisect.bisect_left(events, _at(end), key=lambda event: _at(event.statement)) - 1
    while first >= 0 and not events[first].begins:
        first -= 1
    if first < 0:
        raise Refusal("the start of the query can't be seen")
    if first and not any(event.begins for event in events[:first]):
        raise Refusal("the query is used before it is begun")
    parents, fields = site.module.parents, site.module.fields
    start = events[first].statement
    blocks = {(parents.get(n), fields.get(n)) for n in (start, *site.module.ancestors(start)) if n in fields}
    last = next((n for n in range(first + 1, len(events)) if _is_sure(events[n], end, blocks, parents, fields)), len(events))
    return events[first:last]


def _is_sure(
    event: _Event, end: ast.stmt, blocks: set[tuple[ast.AST | None, str | None]],
    parents: dict[ast.AST, ast.AST], fields: dict[ast.AST, str],
) -> bool:  # fmt: skip
    """Whether the builder is begun anew whatever branch is taken."""
    place = parents.get(event.statement), fields.get(event.statement)
    return event.begins and _at(event.statement) > _at(end) and place in blocks


def built(site: Site, name: ast.Name) -> tuple[list[Link], list[ast.stmt], list[Usage]]:
    """The links that statements before add to the builder under this name, and the other places that send it."""
    module = site.module
    scope = module.scope_of(name)
    if name.id not in scope.names or not (isinstance(scope.node, FUNCTIONS) or scope is module.scope):
        raise Refusal("the query is built elsewhere")
    if _is_read_elsewhere(site, name):
        raise Refusal("the query is built in more than one function")
    end = site.statement()
    found: list[tuple[ast.stmt, ast.expr]] = []
    ends: list[Usage] = []
    for event in _window(site, _events(site, name), end):
        if event.use is name:
            continue
        if event.sent is not None and event.use is not None:
            if module.parents.get(event.use) is not event.sent.node and _may_follow(site, event.use, name):
                raise Refusal("the query is sent, and built further")
            ends.append(event.sent)
        elif event.value is None:
            raise Refusal("the query is used in another way as well")
        else:
            found.append((event.statement, event.value))
    last = max([_at(end), *((each.line, each.column) for each in ends)])
    if any(_at(statement) > last and _starts_from(value, name.id) for statement, value in found):
        raise Refusal("the query is built further, and not sent")
    found = _reaching(site, found, end, name)
    links: list[Link] = []
    for number, (statement, value) in enumerate(found):
        inner, start = expression(site, value, statement, *_conditions(site, statement, end))
        if (start is None) != (number == 0) or (start is not None and start.id != name.id):
            raise Refusal("the query is begun more than once")
        links += inner
    if any(link.usage.name in ("do", "build") for link in links):
        raise Refusal("the query is sent more than once")
    return links, [s for s, _ in found], ends


def _is_read_elsewhere(site: Site, name: ast.Name) -> bool:
    """Whether another function reads the variable; asked once."""
    module, scope = site.module, site.module.scope_of(name)
    key = f"builder elsewhere {id(scope)} {name.id}"
    if key not in site.planner.memo:
        bindings = module.bindings_of(name)
        others = (n for n in module.names[name.id] if module.scope_of(n) is not scope)
        site.planner.memo[key] = any(module.bindings_of(n) is bindings for n in others)
    return bool(site.planner.memo[key])


def _may_follow(site: Site, first: ast.Name, second: ast.Name) -> bool:
    """Whether what the builder is given where it is sent ``first`` may still be in it where it is sent a second time."""
    if first.lineno > second.lineno or isinstance(site.statement(first), ast.Return):
        return False
    module, scope = site.module, site.module.scope_of(first)
    started = [b.node for b in reaching(module, scope, first.id, first)]
    if not any(b.node in started for b in reaching(module, scope, second.id, second)):
        return False
    mine = {module.parents[n]: module.fields[n] for n in module.ancestors(first) if n in module.fields}
    theirs = {module.parents[n]: module.fields[n] for n in module.ancestors(second) if n in module.fields}
    return not any(isinstance(n, ast.If) and theirs.get(n, block) != block for n, block in mine.items())


def _sent(site: Site, use: ast.Name) -> Usage | None:
    """The ``do()`` that the chain which starts at a read of the builder ends in."""
    node: ast.AST = use
    parent = site.module.parents.get(node)
    while isinstance(parent, (ast.Attribute, ast.Call)) and (parent.func if isinstance(parent, ast.Call) else parent.value) is node:
        if isinstance(parent, ast.Attribute):
            for usage in site.planner.usages.get(parent, ()):
                if usage.name == "do" and usage.call is not None:
                    return usage
        node, parent = parent, site.module.parents.get(parent)
    return None


def _reaching(
    site: Site, found: list[tuple[ast.stmt, ast.expr]], end: ast.stmt, name: ast.Name
) -> list[tuple[ast.stmt, ast.expr]]:
    """The statements from the start of the query on that lies last before its end, in order."""
    found = sorted((f for f in found if _at(f[0]) < _at(end)), key=lambda f: _at(f[0]))
    starts = [n for n, (_, value) in enumerate(found) if not _starts_from(value, name.id)]
    if not starts:
        raise Refusal("the start of the query can't be seen")
    chosen = found[starts[-1] :]
    scope = site.module.scope_of(name)
    seen = {id(b.node) for b in reaching(site.module, scope, name.id, name)}
    if not seen <= {id(s) for s, _ in chosen}:
        raise Refusal("the query is begun more than once")
    if loops_around(site, chosen[0][0]) != (loops := loops_around(site, end)):
        raise Refusal("the query is not begun in the loop that sends it")
    if any(loops_around(site, s)[-len(loops) or None :] != loops for s, _ in chosen if loops):
        raise Refusal("the query is built in a loop")
    return chosen


def _starts_from(node: ast.expr, name: str) -> bool:
    while isinstance(node, (ast.Call, ast.Attribute)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name) and node.id == name


def _conditions(site: Site, statement: ast.stmt, end: ast.stmt) -> tuple[ast.stmt | None, ast.stmt | None]:
    """The outermost branch or loop that the statement stands in and the end of the query does not, and the outermost loop; None for
    the same block."""
    parents, fields = site.module.parents, site.module.fields
    ancestors = [end, *site.module.ancestors(end)]
    blocks = {(parents.get(node), fields.get(node)) for node in ancestors}
    current: ast.AST = statement
    found: ast.stmt | None = None
    loop: ast.stmt | None = None
    while (parents.get(current), fields.get(current)) not in blocks:
        outer = parents.get(current)
        if not isinstance(outer, (ast.If, *LOOPS)) or outer in ancestors:
            raise Refusal("the query is built under conditions that can't be joined")
        current = found = outer
        loop = outer if isinstance(outer, LOOPS) else loop
    return found, loop
