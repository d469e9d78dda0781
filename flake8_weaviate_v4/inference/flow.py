"""Which bindings of a name reach a use of it: source order, branches, loops and early exits of one scope."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from ..records import NamedTuple
from .bindings import Module, once
from .names import dotted, terminal
from .scopes import COMPREHENSIONS, Binding, Scope

LOOPS = (ast.For, ast.AsyncFor, ast.While)
WITHS = (ast.With, ast.AsyncWith)
TRIES: tuple[type[ast.stmt], ...] = (ast.Try, ast.TryStar) if hasattr(ast, "TryStar") else (ast.Try,)
_EXITS = ("sys.exit", "os._exit", "exit", "quit", "pytest.skip", "pytest.fail")
FURTHEST = 80  # bindings looked at backwards: keeps long files linear


def reaching(module: Module, scope: Scope, name: str, use: ast.AST) -> list[Binding]:
    """Bindings of ``name`` in ``scope`` whose value the expression ``use`` of that scope can see."""
    bindings = scope.names.get(name)
    if not bindings:
        return []
    if isinstance(scope.node, COMPREHENSIONS):
        return bindings
    if len(bindings) == 1 and _at_once(module, scope, bindings[0], use):
        return bindings
    uses = _chain(module, use, scope)
    place = _position(use)
    found: list[Binding] = []
    rounds: list[tuple[Binding, ast.AST]] = []  # those that could come round a loop
    arms: dict[ast.AST, set[str]] = defaultdict(set)
    hidden: list[ast.AST] = []  # the place of the binding that hides what was made before it
    start = _last_before(bindings, place)
    looped = any(isinstance(outer, LOOPS) for outer in uses)
    for binding in _near(bindings, start, looped):
        chain = _chain(module, binding.node, scope)
        depth = _common(chain, uses)
        direct, covers = _relation(module, binding, chain, uses, depth, use, place, arms)
        if direct:
            if binding.kind != "deleted":
                found.append(binding)
            if covers:
                hidden = chain
                break
        elif (loop := _common_loop(module, chain, uses, depth)) is not None and binding.kind != "deleted":
            rounds.append((binding, loop))
    found += [binding for binding, loop in rounds if loop not in hidden]
    return found


def _at_once(module: Module, scope: Scope, binding: Binding, use: ast.AST) -> bool:
    """Whether the only binding is a parameter, or stands before the use in the scope's own block."""
    node = binding.node
    if isinstance(node, ast.arg):
        return True
    return (
        module.parents.get(node) is scope.node
        and not isinstance(node, (ast.For, ast.AsyncFor, *WITHS))
        and binding.kind != "deleted"
        and (getattr(node, "end_lineno", 0) or 0) < getattr(use, "lineno", 0)
    )


class Read(NamedTuple):
    """A read of a variable and the bindings that reach it; ``place`` is its number among the variable's reads."""

    place: int
    load: ast.Name
    reached: list[Binding]


class Reads(NamedTuple):
    """The reads of a variable by the statements (or arguments) that bind it; ``elsewhere`` is the place of the first in another
    function."""

    of: dict[ast.AST, list[Read]]
    elsewhere: int | None


@once
def readers(module: Module, scope: Scope, name: str) -> Reads:
    """The reads of a variable of ``scope``, in itself and in its comprehensions, up to the first in another function."""
    found: dict[ast.AST, list[Read]] = defaultdict(list)
    for place, load in enumerate(module.loads_in(scope, name)):
        inner, anchor = module.scope_of(load), load
        use: ast.AST = anchor
        while inner is not scope:
            if not isinstance(inner.node, COMPREHENSIONS) or inner.parent is None:
                return Reads(found, place)
            use, inner = inner.node, inner.parent
        read = Read(place, load, reaching(module, scope, name, use))
        for node in dict.fromkeys(binding.node for binding in read.reached):
            found[node].append(read)
    return Reads(found, None)


@once
def at_end(module: Module, scope: Scope, name: str) -> list[Binding]:
    """Bindings of ``name`` that hold when ``scope`` has run to its end, and those that other functions make."""
    bindings = scope.names.get(name)
    if not bindings:
        return []
    found: list[Binding] = []
    arms: dict[ast.AST, set[str]] = defaultdict(set)
    for binding in bindings[: -FURTHEST - 1 : -1]:
        chain = _chain(module, binding.node, scope)
        if binding.elsewhere:
            found.append(binding)
            continue
        if _left_early(module, chain, 0):
            continue
        if binding.kind != "deleted":
            found.append(binding)
        if _always(module, binding) and _covers(module, chain, 0, arms):
            break
    return found


def terminates(block: list[ast.stmt], loop: bool = False) -> bool:
    """Whether a block always leaves its function (or its ``loop``): its last statement does so, on every branch."""
    if not block:
        return False
    last = block[-1]
    if isinstance(last, (ast.Return, ast.Raise)):
        return True
    if isinstance(last, (ast.Continue, ast.Break)):
        return loop
    if isinstance(last, ast.If):
        return terminates(last.body, loop) and terminates(last.orelse, loop)
    if isinstance(last, WITHS):
        return terminates(last.body, loop)
    return isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and dotted(last.value.func) in _EXITS


def _chain(module: Module, node: ast.AST, scope: Scope) -> list[ast.AST]:
    """The statements (handlers, cases) around ``node`` up to ``scope``, outer first."""
    chain: list[ast.AST] = []
    fields, parents = module.fields, module.parents
    current: ast.AST | None = node
    while current is not None and current is not scope.node:
        if current in fields:
            chain.append(current)
        current = parents.get(current)
    chain.reverse()
    return chain


def _position(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _last_before(bindings: list[Binding], place: tuple[int, int]) -> int:
    low, high = 0, len(bindings)
    while low < high:
        middle = (low + high) // 2
        if _position(bindings[middle].node) <= place:
            low = middle + 1
        else:
            high = middle
    return low


def _near(bindings: list[Binding], start: int, looped: bool) -> Iterator[Binding]:
    """The bindings after ``start`` that can come round a loop or of a function, and those before, nearest first."""
    yield from (b for b in bindings[start : start + FURTHEST] if looped or b.elsewhere)
    yield from reversed(bindings[max(0, start - FURTHEST) : start])


def _common(chain: list[ast.AST], uses: list[ast.AST]) -> int:
    """How many statements around the binding and around the use are the same."""
    depth = 0
    while depth < len(uses) and depth < len(chain) and uses[depth] is chain[depth]:
        depth += 1
    return depth


def _relation(
    module: Module, binding: Binding, chain: list[ast.AST], uses: list[ast.AST], depth: int, use: ast.AST,
    place: tuple[int, int], arms: dict[ast.AST, set[str]],
) -> tuple[bool, bool]:  # fmt: skip
    """Whether the binding reaches the use without coming round a loop, and whether it hides all made before it."""
    node = binding.node
    if isinstance(node, ast.arg):
        return True, True
    if binding.elsewhere:
        return True, False
    if depth == len(chain):  # the use stands inside the binding's own statement
        inside = depth < len(uses)
        if isinstance(node, (ast.For, ast.AsyncFor)):
            return inside, inside and module.fields.get(uses[depth]) == "body"
        if isinstance(node, WITHS):
            before = inside or _position_of_target(node, binding) < place
            return before, before
        if isinstance(node, ast.ExceptHandler):
            return inside, inside
        if isinstance(node, (ast.NamedExpr, ast.MatchAs, ast.MatchStar, ast.MatchMapping)):
            if _position(node) < place and not _within(module, use, node):
                return True, _always(module, binding) if isinstance(node, ast.NamedExpr) else _first_arm(module, node)
        return False, False
    if depth == len(uses):  # the binding stands inside the statement in whose head the use is
        return False, False
    mine, theirs = module.fields[chain[depth]], module.fields[uses[depth]]
    if mine != theirs or isinstance(chain[depth], (ast.ExceptHandler, ast.match_case)):
        parent = module.parents[chain[depth]]
        if isinstance(parent, TRIES) and (mine == "body" or theirs == "finalbody"):
            return True, mine == "body" and theirs in ("orelse", "finalbody") and _covers(module, chain, depth, arms)
        return isinstance(parent, LOOPS) and mine == "body", False
    if _position(chain[depth]) > _position(uses[depth]) or _left_early(module, chain, depth):
        return False, False
    return True, _always(module, binding) and _covers(module, chain, depth, arms)


def _common_loop(module: Module, chain: list[ast.AST], uses: list[ast.AST], depth: int) -> ast.AST | None:
    """The innermost loop that brings the use after the binding once more."""
    for index in range(depth - 1, -1, -1):
        loop = uses[index]
        if isinstance(loop, LOOPS) and _in_body(module, loop, chain, index) and _in_body(module, loop, uses, index):
            return loop
    if depth == len(uses) and uses and isinstance(uses[-1], ast.While):
        return uses[-1]
    return None


def _in_body(module: Module, loop: ast.AST, chain: list[ast.AST], index: int) -> bool:
    """Whether what ``chain`` leads to runs in every round of the loop at ``index`` of it: not what it iterates over."""
    if index + 1 < len(chain):
        return module.fields[chain[index + 1]] == "body"
    return isinstance(loop, ast.While)


def _position_of_target(node: ast.AST, binding: Binding) -> tuple[int, int]:
    value = binding.value
    if isinstance(value, ast.expr):  # the item's expression is evaluated before its target is bound
        return value.end_lineno or value.lineno, value.end_col_offset or 0
    return _position(node)


def _within(module: Module, node: ast.AST, outer: ast.AST) -> bool:
    return node is outer or any(parent is outer for parent in module.ancestors(node))


def _always(module: Module, binding: Binding) -> bool:
    """Whether the binding is made whenever its statement runs: a walrus may stand behind an ``and``."""
    node = binding.node
    if not isinstance(node, (ast.NamedExpr, ast.MatchAs, ast.MatchStar, ast.MatchMapping)):
        return True
    if not isinstance(node, ast.NamedExpr):
        return False
    inner: ast.AST = node
    for parent in module.ancestors(node):
        if isinstance(parent, COMPREHENSIONS):
            return False
        if isinstance(parent, ast.BoolOp) and inner is not parent.values[0]:
            return False
        if isinstance(parent, ast.IfExp) and inner is not parent.test:
            return False
        if parent in module.fields:
            return True
        inner = parent
    return True


def _first_arm(module: Module, node: ast.AST) -> bool:
    """Whether what a pattern binds is bound by its first alternative, if it has several: seen from its case, by the last of them
    that is asked. What the name was before the case is then out of sight."""
    inner = node
    for outer in module.ancestors(node):
        if isinstance(outer, ast.match_case):
            break
        if isinstance(outer, ast.MatchOr) and inner is not outer.patterns[0]:
            return False
        inner = outer
    return True


def _leaves(block: list[ast.stmt], chain: list[ast.AST], depth: int, index: int) -> bool:
    """Whether a block at ``index`` of a binding's chain never comes back to the level of the use, at ``depth``."""
    return terminates(block, loop=not any(isinstance(node, LOOPS) for node in chain[depth:index]))


def _left_early(module: Module, chain: list[ast.AST], depth: int) -> bool:
    """Whether the binding stands in a branch that never comes back to the level of the use."""
    for index in range(depth + 1, len(chain)):
        parent = module.parents[chain[index]]
        if isinstance(parent, (ast.If, ast.ExceptHandler, ast.match_case)):
            if _leaves(getattr(parent, module.fields[chain[index]]), chain, depth, index):
                return True
    return False


def _covers(module: Module, chain: list[ast.AST], depth: int, arms: dict[ast.AST, set[str]]) -> bool:
    """Whether the binding is made on every way through the statement at ``depth`` of its chain."""
    for index in range(len(chain) - 1, depth, -1):
        parent, block = module.parents[chain[index]], module.fields[chain[index]]
        if isinstance(parent, WITHS) and not _suppresses(parent):
            continue
        if isinstance(parent, ast.If):
            if block == "body" and isinstance(parent.test, ast.Constant) and parent.test.value:
                continue  # ``if True:``
            arms[parent].add(block)
            other = "orelse" if block == "body" else "body"
            if other in arms[parent] or _leaves(getattr(parent, other), chain, depth, index):
                continue
            return False
        if isinstance(parent, TRIES):
            handlers: list[ast.ExceptHandler] = parent.handlers  # type: ignore[attr-defined]
            if block == "finalbody" or (block == "body" and all(terminates(h.body) or h in arms for h in handlers)):
                continue
            return False
        if isinstance(parent, ast.ExceptHandler):
            arms[parent].add(block)
            return False
        return False
    return True


def _suppresses(node: ast.AST) -> bool:
    """Whether a ``with`` statement may end before its block does."""
    calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]  # type: ignore[attr-defined]
    return any(terminal(call.func) in ("suppress", "raises") for call in calls)
