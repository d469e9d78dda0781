"""Where a client that waits for ``connect()`` is opened: in a statement of its own, right behind the one that makes it."""

from __future__ import annotations

import ast
import itertools

from ...inference.scopes import COMPREHENSIONS
from ..code import Code, join
from ..site import Site, names, pure
from ..unit import Refusal

_LASTING = (ast.Name, ast.Attribute, ast.Subscript)
_APART = (ast.Lambda, ast.IfExp, ast.BoolOp, ast.NamedExpr, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
_NEEDED = "a v4 client that is opened by `connect()` needs a statement of its own"
_SIMPLE = (ast.Return, ast.Expr, ast.Assign, ast.AnnAssign)
_OPPOSITE: dict[type[ast.cmpop], str] = {
    ast.Is: "is not", ast.IsNot: "is", ast.Eq: "!=", ast.NotEq: "==", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip


def opened(site: Site, code: Code) -> Code:
    """The code for the place of the call, where ``code`` makes a client that is to be connected then."""
    node: ast.expr = site.call
    if node not in site.module.parents:  # of ``partial``
        raise Refusal(_NEEDED)
    statement, condition = site.statement(node), site.parent(node)
    if isinstance(condition, ast.Lambda):
        return _function(site, condition, statement, code)
    if isinstance(condition, (ast.IfExp, ast.BoolOp)) and site.parent(condition) is statement:
        _branched(site, condition, statement)
        node = condition
    if (target := _target(statement)) is not None and site.parent(node) is statement:
        site.unit.after.append((statement, f"{site.module.source.segment(target)}.connect()"))
        new: Code = code
    else:
        _check_first(site, node, statement)
        new = site.free_name("client")
        site.unit.before += [(statement, join(f"{new} = ", code)), (statement, f"{new}.connect()")]
    if node is condition:
        site.unit.replaced[node] = new
    return new


def _target(statement: ast.stmt) -> ast.expr | None:
    """What a plain assignment binds, where it can be read again."""
    if isinstance(statement, ast.Assign):
        target: ast.expr = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    else:
        return None
    return target if isinstance(target, _LASTING) and pure(target) else None


# -- a client that is made when a function is called ----------------------------------------------------------------


def _function(site: Site, made: ast.Lambda, statement: ast.stmt, code: Code) -> Code:
    """``lambda: Client(url)`` -> the name of a function with the same body. Raises Refusal."""
    around = itertools.takewhile(lambda outer: outer is not statement, site.module.ancestors(made))
    alone = site.planner.text.is_alone(statement)
    if not isinstance(statement, _SIMPLE) or not alone or ast.unparse(made.args) or site.scope(statement).is_class:
        raise Refusal(_NEEDED)
    if any(isinstance(outer, (*COMPREHENSIONS, ast.Lambda, ast.NamedExpr)) for outer in around):
        raise Refusal(_NEEDED)
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    bound = isinstance(target, ast.Name) and site.parent(made) is statement
    name = target.id if isinstance(target, ast.Name) and bound else site.free_name("connect", statement)
    inner = f"{site.planner.text.indent_of(site.planner.text.span(statement)[0])}{site.style.indent}"
    client = "client" if "client" not in names([site.call]) else "opened"
    body = [f"def {name}():\n{inner}{client} = ", code, f"\n{inner}{client}.connect()\n{inner}return {client}"]
    if bound:  # the function takes the statement's place
        site.unit.replaced[statement] = join(*body)
        return code
    site.unit.before.append((statement, join(*body, "\n")))
    site.unit.replaced[made] = name
    return name


# -- a client that is made under a condition ------------------------------------------------------------------------


def _branched(site: Site, value: ast.IfExp | ast.BoolOp, statement: ast.stmt) -> None:
    """``self.client = client or Client(url)`` -> the two cases as the branches of an ``if``. Raises Refusal."""
    test, other = _cases(site, value)
    target = _target(statement)
    single = not isinstance(statement, ast.Assign) or len(statement.targets) == 1
    if not isinstance(statement, ast.Return) and (target is None or not single):
        raise Refusal(_NEEDED)
    text, (start, end) = site.module.source.segment(other), site.planner.text.span(statement)
    if "\n" in text or any(node in site.planner.usages for node in ast.walk(other)) or site.planner.text.within(start, end):
        raise Refusal(_NEEDED)  # what goes to another line is not rewritten there, and comments have no place
    site.unit.wrapped.append((statement, statement, join("if ", test)))
    if target is None:
        site.unit.behind[statement] = [f"return {text}"]
    elif ast.unparse(target) != ast.unparse(other):
        site.unit.behind[statement] = ["else:", f"{site.style.indent}{site.module.source.segment(target)} = {text}"]


def _cases(site: Site, value: ast.IfExp | ast.BoolOp) -> tuple[Code, ast.expr]:
    """The test under which the client is made, and what is taken in its place where it isn't. Raises Refusal."""
    if isinstance(value, ast.BoolOp):
        first = value.values[0]
        if not isinstance(value.op, ast.Or) or len(value.values) != 2 or value.values[1] is not site.call or not pure(first):
            raise Refusal(_NEEDED)
        return _opposite(site, first), first
    if value.body is site.call:
        return value.test, value.orelse
    if value.orelse is site.call:
        return _opposite(site, value.test), value.body
    raise Refusal(_NEEDED)


def _opposite(site: Site, test: ast.expr) -> Code:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and (word := _OPPOSITE.get(type(test.ops[0]))) is not None:
        return join(test.left, f" {word} ", test.comparators[0])
    return join("not ", site.atom(test))


def _check_first(site: Site, node: ast.AST, statement: ast.stmt) -> None:
    """Refuse where a statement before this one would make the client earlier than, or not when, it is made now."""
    if not isinstance(statement, _SIMPLE):
        raise Refusal(_NEEDED)
    current = node
    while current is not statement:
        parent = site.parent(current)
        assert parent is not None
        if isinstance(parent, _APART):
            raise Refusal(_NEEDED)
        for sibling in ast.iter_child_nodes(parent):
            if sibling is current:
                break
            if not pure(sibling):
                raise Refusal("something that may matter happens before the client is made")
        current = parent
