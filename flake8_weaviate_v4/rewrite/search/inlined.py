"""Functions of several statements that make or extend a builder: their statements are written before the one that calls them."""

from __future__ import annotations

import ast

from ...inference.scopes import COMPREHENSIONS
from ..code import Code, join
from ..objects.operands import is_none
from ..order import joined
from ..site import Site, pure
from ..unit import Refusal
from .branches import check_first
from .functions import given

_LONG = 10  # lines: what has more is written out for one use alone
# What may stand among the statements, beside expressions.
_STATEMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.While, ast.Pass, ast.Raise, ast.Assert, ast.Break, ast.Continue)
_NEVER = (ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)


def check_movable(site: Site, body: list[ast.stmt], value: ast.expr) -> None:
    """Raise Refusal where the statements of a function, and what it returns, can't be written elsewhere."""
    nodes = [node for part in [*body, value] for node in ast.walk(part)]
    if any(isinstance(n, ast.stmt) and not isinstance(n, _STATEMENTS) for n in nodes) or any(isinstance(n, _NEVER) for n in nodes):
        raise Refusal("the function that begins the query does more than that")
    if any(isinstance(n, ast.AnnAssign) and n.value is None for n in nodes):
        raise Refusal("the function that begins the query does more than that")
    lines = range(body[0].lineno + 1, (value.end_lineno or value.lineno) + 1)
    if not all(site.planner.text.is_alone(statement) for statement in body) or any(n in site.planner.text.frozen for n in lines):
        raise Refusal("the function that begins the query can't be written out")


def write(site: Site, function: ast.FunctionDef, body: list[ast.stmt], value: ast.expr, use: ast.expr, alone: bool) -> None:
    """Note in the unit what stands in the place of one use: ``alone`` where there is no other."""
    statement = site.statement(use)
    if (value.end_lineno or 0) - body[0].lineno > _LONG and not alone:
        raise Refusal("the function that begins the query is too long to be written out more than once")
    check_first(site, use, statement, "the function that begins the query is called in the midst of a statement")
    if site.scope(use).is_class or site.scope(use) is not site.scope(statement) or not site.planner.text.is_alone(statement):
        raise Refusal("the function that begins the query can't be written out where it is called")
    Inlined(site, function, body, value, use, statement).write()


class Inlined:
    """One use of a function, and what its names become there: ``names`` holds the text for each parameter and variable."""

    def __init__(
        self, site: Site, function: ast.FunctionDef, body: list[ast.stmt], value: ast.expr, use: ast.expr, statement: ast.stmt
    ) -> None:
        self.site, self.function, self.value, self.use, self.statement = site, function, value, use, statement
        self.scope = site.scope(body[0])
        self.arguments = given(function, use)
        self.body = [part for each in body for part in self._taken(each)]
        self.target = self._target()
        self.names: dict[str, str] = {}
        self.bound: list[Code] = []  # statements that bind parameters
        acting = [argument for argument in self.arguments.values() if not pure(argument)]
        if len(acting) > 1 or any(isinstance(n, (ast.NamedExpr, ast.Lambda, *COMPREHENSIONS)) for a in self.arguments.values() for n in ast.walk(a)):
            raise Refusal("the function that begins the query is given what can't be written out")
        inner = {n.id for part in [*body, value] for n in ast.walk(part) if isinstance(n, ast.Name)}
        known = site.planner.names_in(site.scope(use))
        known |= inner - self.scope.names.keys()
        for name, argument in self.arguments.items():
            self._take(name, argument)
        for name in self.scope.names.keys() - self.arguments.keys():
            self.names[name] = self.target if self._is_result(name) else site.free_name(name, use)

    def _taken(self, statement: ast.stmt) -> list[ast.stmt]:
        """The statements that are left of one where this use decides which branch is taken."""
        known = self._known(statement.test) if isinstance(statement, ast.If) else None
        if known is None or not isinstance(statement, ast.If):
            return [] if isinstance(statement, ast.Pass) else [statement]
        return [part for each in (statement.body if known else statement.orelse) for part in self._taken(each)]

    def _known(self, test: ast.expr) -> bool | None:
        """What a test finds that asks no more than whether a parameter is there, and is given a literal."""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            inner = self._known(test.operand)
            return None if inner is None else not inner
        asks = isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.Is, ast.IsNot)) and is_none(test.comparators[0])
        name = test.left if isinstance(test, ast.Compare) and asks else test
        argument = self.arguments.get(name.id) if isinstance(name, ast.Name) else None
        if not isinstance(name, ast.Name) or not isinstance(argument, ast.Constant) or len(self.scope.names[name.id]) > 1:
            return None
        if isinstance(test, ast.Compare):
            return (argument.value is None) is isinstance(test.ops[0], ast.Is)
        return bool(argument.value)

    def _target(self) -> str:
        """The variable that gets what the function returns, or a query that goes on from that, where it is the function's own variable."""
        statement = self.statement
        start = statement.value if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
        while isinstance(start, (ast.Call, ast.Attribute)) and start is not self.use and getattr(start, "attr", "") != "do":
            start = start.func if isinstance(start, ast.Call) else start.value
        if not isinstance(statement, ast.Assign) or start is not self.use:
            return ""
        target, own = statement.targets[0], self.site.scope(self.use).names
        if not isinstance(target, ast.Name) or not isinstance(self.value, ast.Name) or target.id not in own:
            return ""
        if any(binding.elsewhere for binding in own[target.id]):
            return ""
        given_too = [
            n for name, argument in self.arguments.items() for n in ast.walk(argument)
            if isinstance(n, ast.Name) and n.id == target.id and not (name == self.value.id and argument is n)
        ]  # fmt: skip
        others = {n.id for part in self.body for n in ast.walk(part) if isinstance(n, ast.Name)} - self.scope.names.keys()
        later = [n for part in self._behind() for n in ast.walk(part) if isinstance(n, ast.Name) and n.id == target.id]
        return "" if given_too or later or target.id in others else target.id

    def _behind(self) -> list[ast.expr]:
        """What the links behind the call are given: there the variable still means what it did before."""
        found: list[ast.expr] = []
        node = getattr(self.statement, "value", None)
        while node is not self.use and isinstance(node, (ast.Call, ast.Attribute)):
            if isinstance(node, ast.Call):
                found += [*node.args, *(keyword.value for keyword in node.keywords)]
            node = node.func if isinstance(node, ast.Call) else node.value
        return found

    def _is_result(self, name: str) -> bool:
        return bool(self.target) and isinstance(self.value, ast.Name) and self.value.id == name

    def _take(self, name: str, argument: ast.expr) -> None:
        """What a parameter becomes: the argument, or a variable that is bound to it first."""
        is_bound = len(self.scope.names[name]) > 1 or (isinstance(argument, ast.Constant) and self._is_computed_with(name))
        if isinstance(argument, (ast.Name, ast.Constant)) and not is_bound:
            self.names[name] = self.site.module.source.segment(argument) if argument in self.site.module.parents else ast.unparse(argument)
            return
        if self.site.module.scope_of(self.function).is_class and self.function.args.args[:1] and self.function.args.args[0].arg == name:
            raise Refusal("the function that begins the query is called on what can't be written out")
        new = self.target if self._is_result(name) else self.site.free_name(name, self.use)
        self.names[name] = new
        if not (isinstance(argument, ast.Name) and argument.id == new):
            self.bound.append(join(f"{new} = ", argument))

    def _is_computed_with(self, name: str) -> bool:
        """Whether the variable is read for more than to be given to a call, or to be a part of a list or dictionary."""
        reads = [n for part in [*self.body, self.value] for n in ast.walk(part) if isinstance(n, ast.Name) and n.id == name]
        return not all(isinstance(self.site.parent(n), (ast.Call, ast.keyword, ast.List, ast.Tuple, ast.Dict)) for n in reads)

    def write(self) -> None:
        """Note it in the unit."""
        text = self.site.planner.text
        indent = text.indent_of(text.span(self.statement)[0])
        parts: list[Code] = []
        for code in [*self.bound, *(self._text(statement, indent) for statement in self.body)]:
            parts += [f"\n{indent}" if parts else "", code]
        unit = self.site.unit
        if self.target and self.names[getattr(self.value, "id", "")] == self.target and getattr(self.statement, "value", None) is self.use:
            if parts:
                unit.replaced[self.statement] = join(*parts)
            else:
                unit.removed[self.statement] = None
            return
        if parts:
            unit.before.append((self.statement, join(*parts)))
        shown = self._text(self.value, indent)
        alone = isinstance(self.value, (ast.Name, ast.Call, ast.Attribute)) and "\n" not in shown
        unit.replaced[self.use] = shown if alone else f"({shown})"

    def _text(self, node: ast.stmt | ast.expr, indent: str) -> str:
        """The source of a part of the function, with the names that hold at the use."""
        site, text, source = self.site, self.site.planner.text, self.site.module.source.text
        start, end = text.span(node)
        old = text.indent_of(start)
        start += 2 * (isinstance(node, ast.If) and source.startswith("elif", start))  # the branch before it is never taken
        out, place = "", start
        for read in sorted((n for n in ast.walk(node) if isinstance(n, ast.Name)), key=text.span):
            if site.module.bindings_of(read) is not self.scope.names.get(read.id):
                continue
            new = self.names[read.id]
            if new == read.id:
                continue
            if read in joined(site.module) or site.module.scope_of(read) is not self.scope:
                raise Refusal("the function that begins the query can't be written out")
            low, high = text.span(read)
            out += source[place:low] + new
            place = high
        lines = (out + source[place:end]).split("\n")
        if not all(line.startswith(old) or not line.strip() for line in lines[1:]):
            raise Refusal("the function that begins the query can't be written out")
        return "\n".join([lines[0].rstrip("\r"), *(indent + line.rstrip("\r")[len(old) :] if line.strip() else "" for line in lines[1:])])
