"""How a program asks a v3 result whether the query failed: v4 raises ``weaviate.exceptions.WeaviateQueryError`` instead.

    result = client.query.get(...).do()         try:
    if "errors" in result:                          result = collection.query.fetch_objects(...)
        logger.error(result["errors"])     ->   except WeaviateQueryError as error:
        return []                                   logger.error(error.message)
                                                    return []
"""

from __future__ import annotations

import ast

from ..inference.flow import TRIES
from ..inference.names import terminal
from ..records import field, record
from .changing import ONLY_READING
from .code import Code, Join, join
from .order import is_quiet
from .reads import is_test
from .site import Site, pure
from .unit import Unlike

_NEAR = 5  # statements between a query and the test whether it failed
_EXITS = frozenset("exit quit _exit abort fail".split())


@record(eq=False)
class Known:
    """What a result that is no failure decides: ``tests``, those that it decides beside them (``beside``: a result counts as
    true), and the ``messages`` of a failure that are read (``r["errors"]``)."""

    tests: dict[ast.expr, bool] = field(default_factory=dict)
    beside: dict[ast.expr, bool] = field(default_factory=dict)
    messages: list[ast.expr] = field(default_factory=list)
    failure: bool = True  # whether it asks for a failure: not where it looks for a collection that the query asks for

    def add(self, other: Known) -> None:
        """Take in what another part of the result decides."""
        self.tests |= other.tests
        self.beside |= other.beside
        self.messages += other.messages
        self.failure |= other.failure

    def __bool__(self) -> bool:
        return bool(self.tests or self.messages)


@record(eq=False)
class _Change:
    """What is noted in the fix, where all of it can be."""

    replaced: dict[ast.AST, Code] = field(default_factory=dict)
    gone: list[ast.expr] = field(default_factory=list)  # tests that are no longer written
    unwrapped: list[ast.If] = field(default_factory=list)
    dead: list[ast.stmt] = field(default_factory=list)  # behind a block that is always gone through and left
    failures: list[tuple[ast.If, list[ast.stmt], bool]] = field(default_factory=list)  # the handler, whether it is the other branch


def decide(site: Site, origin: ast.expr, known: Known, replaced: dict[ast.AST, Code]) -> None:
    """Write what is left of the tests into ``replaced`` and the fix. Raises Refusal where that can't be done."""
    change = _Change()
    for root in dict.fromkeys(_root(site, test) for test in known.tests):
        _settle(site, root, _left(root, known), change, known.failure)
        if any(block.test is root for block, _, _ in change.failures) and not _is_known(root, known):
            raise Unlike
    statement = site.statement(origin)
    inside = {n for _, body, _ in change.failures for s in body for n in ast.walk(s)}
    if any(message not in inside for message in known.messages):
        raise Unlike
    if len(change.failures) > 1:
        raise Unlike
    for block, body, is_else in change.failures:
        _check(site, statement, block, body, is_else)
    for block, body, is_else in change.failures:
        texts = _messages(site, statement, body, known)
        error = site.use("weaviate.exceptions", "WeaviateQueryError")
        name = site.free_name("error", block) if texts else ""
        for node, text in texts.items():
            for part in ast.walk(node):
                replaced.pop(part, None)
            replaced[node] = f"{name}{text}"
        head = f"except {error} as {name}" if name else f"except {error}"
        between = _between(site, statement, block)
        if between:
            site.unit.doubt("what stands between a query and the test whether it failed is not done where it did")
        site.unit.wrapped.append((statement, between[-1] if between else statement, "try"))
        if is_else and not block.orelse:
            site.unit.wrapped.append((body[0], body[-1], head))
        site.unit.clauses[block] = (head, "") if not is_else else ("", head if block.orelse else "")
    if any(n in site.planner.usages for s in change.dead for n in ast.walk(s)):
        raise Unlike
    if not _may_go(site, change.dead):
        raise Unlike
    site.unit.removed |= dict.fromkeys(change.dead)
    for test in change.gone:
        for part in ast.walk(test):
            replaced.pop(part, None)
    site.unit.unwrapped |= dict.fromkeys(change.unwrapped)
    replaced.update(change.replaced)


def _may_go(site: Site, dead: list[ast.stmt]) -> bool:
    """Whether the function stays the same without statements that are not reached: no generator, no names of others."""
    inside = {n for s in dead for n in ast.walk(s)}
    if any(isinstance(n, (ast.Yield, ast.YieldFrom, ast.Global, ast.Nonlocal)) for n in inside):
        return False
    scopes = {id(scope): scope for s in dead for scope in [site.module.scope_of(s)]}
    bound = {name for scope in scopes.values() for name, bindings in scope.names.items() if any(b.node in inside for b in bindings)}
    return not any(n not in inside for name in bound for n in site.module.names.get(name, ()))


def _root(site: Site, test: ast.expr) -> ast.expr:
    """The whole condition that a test is a part of."""
    parent = site.parent(test)
    while isinstance(parent, ast.BoolOp) or (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)):
        test, parent = parent, site.parent(parent)
    return test


def _left(test: ast.expr, known: Known) -> bool | Code:
    """What is left of a condition."""
    if test in known.tests or test in known.beside:
        return known.tests.get(test, known.beside.get(test, False))
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _left(test.operand, known)
        return not inner if isinstance(inner, bool) else test if inner is test.operand else join("not ", _atom(inner))
    if not isinstance(test, ast.BoolOp):
        return test
    stops = isinstance(test.op, ast.Or)  # the value that decides it
    parts = [_left(value, known) for value in test.values]
    if stops in parts:
        if not all(pure(value) for value in test.values[: parts.index(stops)]):
            raise Unlike
        return stops
    parts = [part for part in parts if not isinstance(part, bool)]
    if not parts:
        return not stops
    if parts == test.values:
        return test
    if len(parts) == 1:
        return parts[0]
    word = " or " if stops else " and "
    return join(*[piece for part in parts for piece in (word, _atom(part))][1:])


def _is_known(test: ast.expr, known: Known) -> bool:
    """Whether nothing but a failure decides a condition."""
    if isinstance(test, ast.BoolOp):
        return all(_is_known(value, known) for value in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _is_known(test.operand, known)
    return test in known.tests or test in known.beside


def _atom(code: bool | Code) -> Code:
    assert not isinstance(code, bool)
    return join("(", code, ")") if isinstance(code, (ast.BoolOp, ast.IfExp, ast.NamedExpr, ast.Lambda, Join)) else code


def _settle(site: Site, root: ast.expr, left: bool | Code, change: _Change, failure: bool) -> None:
    """What becomes of a condition, and of what it decides."""
    parent = site.parent(root)
    if not isinstance(left, bool):
        if not is_test(site.module, root, parent):
            raise Unlike
        change.replaced[root] = left
    elif isinstance(parent, ast.IfExp) and parent.test is root:
        change.gone.append(root)
        change.replaced[parent] = parent.body if left else parent.orelse
    elif isinstance(parent, ast.If) and parent.test is root and not _is_elif(site, parent):
        change.gone.append(root)
        if not left:
            change.failures.append((parent, parent.body, False))
        elif parent.orelse:
            change.failures.append((parent, parent.orelse, True))
        elif not (behind := _behind(site, parent)) or not _leaves(parent.body):
            change.unwrapped.append(parent)
        elif failure:
            change.failures.append((parent, behind, True))
        else:
            change.unwrapped.append(parent)
            change.dead += behind
    else:
        raise Unlike


def _is_elif(site: Site, block: ast.If) -> bool:
    return not site.module.source.segment(block).startswith("if")


def _check(site: Site, statement: ast.stmt, block: ast.If, body: list[ast.stmt], is_else: bool) -> None:
    """Raise Refusal where the handler can't stand at the query, or what follows can't do without its result."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        raise Unlike
    between = _between(site, statement, block)
    if between and not _may_be_skipped(site, between, statement, body):
        raise Unlike
    others = block.body if is_else else block.orelse
    if any(isinstance(b[0], ast.If) and _is_elif(site, b[0]) for b in (body, others) if b):
        raise Unlike
    if is_else:
        text = site.planner.text
        outer, inner = (text.indent_of(text.span(s)[0]) for s in (block, block.body[0]))
        if any(n in site.planner.usages for s in block.body for n in ast.walk(s)):
            raise Unlike
        if block.body[0].lineno == block.test.end_lineno or inner != outer + site.style.indent:
            raise Unlike
    reads = {n for s in (body, others) for t in s for n in ast.walk(t)}
    name = _target(statement)
    later = [n for n in site.module.names.get(name, ()) if isinstance(n.ctx, ast.Load) and n not in reads and n.lineno > block.lineno]
    if any(site.module.bindings_of(n) is site.module.bindings_of(_target_node(statement)) for n in later) and not _leaves(body):
        raise Unlike


def _block(site: Site, statement: ast.stmt) -> tuple[list[ast.stmt], int]:
    """The block of a statement, and its place there."""
    parent = site.parent(statement)
    for name in ("body", "orelse", "finalbody"):
        block = getattr(parent, name, None)
        if isinstance(block, list) and statement in block:
            return block, block.index(statement)
    raise Unlike


def _between(site: Site, statement: ast.stmt, block: ast.If) -> list[ast.stmt]:
    """The statements between a query and the test whether it failed, in the block of both."""
    others, place = _block(site, block)
    if statement not in others[:place]:
        raise Unlike
    return others[others.index(statement) + 1 : place]


def _may_be_skipped(site: Site, between: list[ast.stmt], statement: ast.stmt, body: list[ast.stmt]) -> bool:
    """Whether the program goes on without these statements, where the handler ``body`` leaves the function: they don't read the
    result, send nothing, and bind nothing that the handler reads."""
    if any(isinstance(outer, TRIES) for outer in site.module.ancestors(statement)):
        return False
    nodes = [n for each in between for n in ast.walk(each)]
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    read = {n.id for each in body for n in ast.walk(each) if isinstance(n, ast.Name)}
    if not _leaves(body) or isinstance(body[-1], (ast.Break, ast.Continue)) or stored & read or len(between) > _NEAR:
        return False
    if any(isinstance(n, (ast.Await, ast.Yield, ast.YieldFrom, ast.Try)) or n in site.planner.usages for n in nodes):
        return False
    plain = all(terminal(n.func) in ONLY_READING or is_quiet(n) for n in nodes if isinstance(n, ast.Call))
    return plain and site.function(between[0]) is not None and not any(isinstance(n, ast.Name) and n.id == _target(statement) for n in nodes)


def _behind(site: Site, statement: ast.stmt) -> list[ast.stmt]:
    """The statements behind one in its block."""
    block, place = _block(site, statement)
    return block[place + 1 :]


def _target_node(statement: ast.stmt) -> ast.Name:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    if not isinstance(target, ast.Name):
        raise Unlike
    return target


def _target(statement: ast.stmt) -> str:
    return _target_node(statement).id


def _leaves(body: list[ast.stmt]) -> bool:
    """Whether nothing behind a block is reached from it."""
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and _leaves(last.body) and _leaves(last.orelse)
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        return terminal(last.value.func) in _EXITS
    return isinstance(last, (ast.Return, ast.Raise, ast.Continue, ast.Break))


def _messages(site: Site, statement: ast.stmt, body: list[ast.stmt], known: Known) -> dict[ast.expr, str]:
    """The reads of the failure in a handler, with what stands for them behind the name of the exception."""
    inside = [n for s in body for n in ast.walk(s)]
    found = {n: ".message" for n in inside if n in known.messages}
    held = {n for message in found for n in ast.walk(message)}
    for node in inside:
        if isinstance(node, ast.Name) and node.id == _target(statement) and node not in held:
            found[node] = ""
    for node in found:
        if not _is_shown(site, node):
            raise Unlike
    return found


def _is_shown(site: Site, node: ast.expr) -> bool:
    """Whether a text does in the place of the list of errors."""
    parent = site.parent(node)
    if isinstance(parent, ast.Call):
        return node in parent.args and terminal(parent.func) not in ("len", "map", "list", "enumerate", "any", "all", "join")
    return isinstance(parent, (ast.FormattedValue, ast.Return, ast.keyword, ast.BinOp, ast.Dict, ast.Tuple))
