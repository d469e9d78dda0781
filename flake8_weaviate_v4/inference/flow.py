"""Which bindings of a name reach a use of it: source order, branches, loops and early exits of one scope."""

from __future__ import annotations

import ast
from collections import defaultdict

from .bindings import COMPREHENSIONS, FUNCTIONS, Binding, Module, Scope

LOOPS = (ast.For, ast.AsyncFor, ast.While)
WITHS = (ast.With, ast.AsyncWith)
TRIES: tuple[type[ast.stmt], ...] = (ast.Try, ast.TryStar) if hasattr(ast, "TryStar") else (ast.Try,)
FURTHEST = 200  # bindings looked at backwards: keeps long files linear


def reaching(module: Module, scope: Scope, name: str, use: ast.AST) -> list[Binding]:
    """Bindings of ``name`` in ``scope`` whose value the expression ``use`` of that scope can see."""
    bindings = scope.names.get(name)
    if not bindings:
        return []
    if isinstance(scope.node, COMPREHENSIONS):
        return bindings
    uses = _chain(module, use, scope)
    place = _position(use)
    found: list[Binding] = []
    arms: dict[ast.AST, set[str]] = defaultdict(set)
    start = _last_before(bindings, place)
    for binding in _near(bindings, start):
        relation, covers = _relation(module, scope, binding, uses, use, place, arms)
        if relation:
            if binding.kind != "deleted":
                found.append(binding)
            if covers:
                break
    return found


def at_end(module: Module, scope: Scope, name: str) -> list[Binding]:
    """Bindings of ``name`` that hold when ``scope`` has run to its end, and those that other functions make."""
    bindings = scope.names.get(name)
    if not bindings:
        return []
    found: list[Binding] = []
    arms: dict[ast.AST, set[str]] = defaultdict(set)
    for binding in bindings[: -FURTHEST - 1 : -1]:
        chain = _chain(module, binding.node, scope)
        if _foreign(chain):
            found.append(binding)
            continue
        if _left_early(module, chain, 0):
            continue
        if binding.kind != "deleted":
            found.append(binding)
        if _covers(module, chain, 0, arms):
            break
    return found


def terminates(block: list[ast.stmt]) -> bool:
    """Whether a block always leaves its function: its last statement is return or raise, on every branch."""
    if not block:
        return False
    last = block[-1]
    if isinstance(last, (ast.Return, ast.Raise)):
        return True
    if isinstance(last, ast.If):
        return terminates(last.body) and terminates(last.orelse)
    if isinstance(last, WITHS):
        return terminates(last.body)
    return (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Attribute)
        and ast.unparse(last.value.func) in ("sys.exit", "os._exit", "pytest.skip", "pytest.fail")
    )


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


def _near(bindings: list[Binding], start: int) -> list[Binding]:
    """The bindings before ``start``, nearest first, then those after it (they can come round a loop)."""
    after = bindings[start : start + FURTHEST]
    return [*after, *bindings[max(0, start - FURTHEST) : start][::-1]]


def _foreign(chain: list[ast.AST]) -> bool:
    """Whether the binding is made inside a function of the scope (``global``, ``nonlocal``)."""
    return any(isinstance(node, FUNCTIONS) for node in chain[:-1])


def _relation(
    module: Module, scope: Scope, binding: Binding, uses: list[ast.AST], use: ast.AST, place: tuple[int, int],
    arms: dict[ast.AST, set[str]],
) -> tuple[bool, bool]:  # fmt: skip
    """Whether the binding reaches the use, and whether it hides all that were made before it."""
    node = binding.node
    if isinstance(node, ast.arg):
        return True, True
    chain = _chain(module, node, scope)
    if _foreign(chain):
        return True, False
    depth = 0
    while depth < len(uses) and depth < len(chain) and uses[depth] is chain[depth]:
        depth += 1
    looped = any(isinstance(outer, LOOPS) and _inside_body(module, outer, chain, uses, i) for i, outer in enumerate(uses[:depth]))
    if depth == len(chain):  # the use stands inside the binding's own statement
        inside = depth < len(uses)
        if isinstance(node, (ast.For, ast.AsyncFor)):
            if inside:
                return True, module.fields.get(uses[depth]) == "body"
            return looped, False
        if isinstance(node, WITHS):
            return (True, True) if inside or _position_of_target(node, binding) < place else (looped, False)
        if isinstance(node, ast.ExceptHandler):
            return inside, True
        if isinstance(node, (ast.NamedExpr, ast.MatchAs, ast.MatchStar, ast.MatchMapping)):
            if _position(node) < place and not _within(module, use, node):
                return True, isinstance(node, ast.NamedExpr) and _same_statement_start(module, node)
            return looped, False
        return looped, False
    if depth == len(uses):  # the binding stands inside the statement in whose head the use is
        return looped or (bool(uses) and isinstance(uses[-1], ast.While)), False
    mine, theirs = module.fields[chain[depth]], module.fields[uses[depth]]
    if mine != theirs or isinstance(chain[depth], (ast.ExceptHandler, ast.match_case)):
        parent = module.parents[chain[depth]]
        if isinstance(parent, TRIES) and (mine == "body" or theirs == "finalbody"):
            return True, mine == "body" and theirs in ("orelse", "finalbody") and _covers(module, chain, depth, arms)
        if isinstance(parent, LOOPS) and mine == "body":
            return True, False
        return looped, False
    if _position(chain[depth]) > _position(uses[depth]):
        return looped, False
    if _left_early(module, chain, depth):
        return looped, False
    return True, _covers(module, chain, depth, arms)


def _inside_body(module: Module, loop: ast.AST, chain: list[ast.AST], uses: list[ast.AST], index: int) -> bool:
    """Whether both stand in the loop's body, or the binding is the loop's own target."""
    if index + 1 < len(chain) and module.fields[chain[index + 1]] != "body":
        return False
    return index + 1 >= len(uses) or module.fields[uses[index + 1]] == "body"


def _position_of_target(node: ast.AST, binding: Binding) -> tuple[int, int]:
    for item in node.items:  # type: ignore[attr-defined]
        if item.context_expr is binding.value:
            return item.context_expr.end_lineno, item.context_expr.end_col_offset
    return _position(node)


def _within(module: Module, node: ast.AST, outer: ast.AST) -> bool:
    return node is outer or any(parent is outer for parent in module.ancestors(node))


def _same_statement_start(module: Module, node: ast.AST) -> bool:
    """Whether a walrus is always evaluated: nothing conditional between it and its statement."""
    for parent in module.ancestors(node):
        if isinstance(parent, (ast.BoolOp, ast.IfExp, *COMPREHENSIONS)):
            return False
        if parent in module.fields:
            return True
    return True


def _left_early(module: Module, chain: list[ast.AST], depth: int) -> bool:
    """Whether the binding stands in a branch that never comes back to the level of the use."""
    for node in chain[depth + 1 :]:
        parent = module.parents[node]
        if isinstance(parent, (ast.If, ast.ExceptHandler, ast.match_case)):
            block = getattr(parent, module.fields[node])
            if terminates(block):
                return True
    return False


def _covers(module: Module, chain: list[ast.AST], depth: int, arms: dict[ast.AST, set[str]]) -> bool:
    """Whether the binding is made on every way through the statement at ``depth`` of its chain."""
    for node in reversed(chain[depth + 1 :]):
        parent, block = module.parents[node], module.fields[node]
        if isinstance(parent, WITHS):
            continue
        if isinstance(parent, ast.If):
            arms[parent].add(block)
            other = "orelse" if block == "body" else "body"
            if other in arms[parent] or terminates(getattr(parent, other)):
                continue
            return False
        if isinstance(parent, TRIES):
            handlers: list[ast.ExceptHandler] = parent.handlers  # type: ignore[attr-defined]
            if block == "finalbody" or block == "body" and all(terminates(h.body) or h in arms for h in handlers):
                continue
            return False
        if isinstance(parent, ast.ExceptHandler):
            arms[parent].add(block)
            return False
        return False
    return True
