"""What a rewrite sees of one v3 use: its arguments, its client, and the names that new code may use."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from ..chains import arguments
from ..inference.bindings import Module
from ..inference.evaluate import Evaluator
from ..inference.names import terminal
from ..inference.scopes import FORMATTED, FUNCTIONS, INSERTED, Scope
from ..inference.values import Instance
from ..options import Options
from ..records import record
from ..usages import Usage
from .code import Code, Join, call, join
from .style import Style
from .text import is_atom
from .unit import Import, Refusal, Unit

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

    from .plan import Planner

# A rewrite returns the code for the place of the use (of its call, where it is called); None where it only changes others.
Rewrite: TypeAlias = "Callable[[Site], Code | None]"
REWRITES: dict[str, Rewrite] = {}
_LEVELS = ("ALL", "ONE", "QUORUM")
PARTS = frozenset("schema data_object query batch backup cluster classification contextionary".split())


def rewrites(*symbols: str) -> Callable[[Rewrite], Rewrite]:
    """Register a function as the rewrite of these v3 symbols."""

    def register(rewrite: Rewrite) -> Rewrite:
        for symbol in symbols:
            REWRITES[symbol] = rewrite
        return rewrite

    return register


class Given(dict[str, ast.expr]):
    """Parameter name -> argument; what is asked for and not given is a Refusal."""

    def __missing__(self, name: str) -> ast.expr:
        raise Refusal(f"`{name}` is not given")


def given(symbol: str, call: ast.Call) -> Given:
    """The arguments of a call of ``symbol``. Raises Refusal where stars pass some, or v3 would not take them."""
    if any(k.arg is None for k in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args):
        raise Refusal("arguments come through `*` or `**`")
    found = Given(arguments(symbol, call))
    if len(found) < len(call.args) + len(call.keywords):
        raise Refusal("v3 does not take these arguments")
    return found


@record(eq=False)
class Site:
    """One use of a v3 symbol, and the fix (``unit``) that is made of it."""

    planner: Planner
    usage: Usage
    unit: Unit

    @property
    def module(self) -> Module:
        """The file."""
        return self.planner.module

    @property
    def engine(self) -> Evaluator:
        """What expressions can be."""
        return self.planner.engine

    @property
    def style(self) -> Style:
        """How the file is written."""
        return self.planner.style

    @property
    def options(self) -> Options:
        """What the user has chosen: the v4 version that code is written for."""
        return self.planner.options

    @property
    def call(self) -> ast.Call:
        """The call of the symbol. Raises Refusal where it is not called."""
        if self.usage.call is None:
            raise Refusal("it is handed on without a call")
        return self.usage.call

    def arguments(self, call: ast.Call | None = None, symbol: str = "") -> dict[str, ast.expr]:
        """Parameter name -> argument. Raises Refusal where stars pass some."""
        return given(symbol or self.usage.symbol, call or self.call)

    def atom(self, node: ast.expr) -> Code:
        """A kept node, in parentheses where an attribute could not follow it."""
        return node if is_atom(node) else join("(", node, ")")

    def consistency(self, node: ast.expr) -> Code:
        """A v3 consistency level (a name of it or its enum) as v4's enum."""
        name = node.value if isinstance(node, ast.Constant) else getattr(node, "attr", "")
        if isinstance(node, ast.Constant) and name not in _LEVELS:
            raise Refusal("the consistency level is none that v4 has")
        level = self.use("weaviate.classes.config", "ConsistencyLevel")
        if name in _LEVELS:
            return f"{level}.{name!s}"
        values = self.engine.values(self.module, node)
        if values and all(isinstance(v, Instance) and v.cls.endswith(".ConsistencyLevel") for v in values):
            return node
        if isinstance(node, (ast.Call, ast.Subscript)) and terminal(node.func if isinstance(node, ast.Call) else node.value) == "ConsistencyLevel":
            return node
        self.unit.doubt("the consistency level is taken to be set")
        return call(level, node)

    def use(self, module: str, name: str) -> str:
        """The text by which new code reaches ``name`` of a v4 module; its import is added where it is missing."""
        return self.planner.imports.reach(self.unit, self.usage.node, module, name)

    def string(self, text: str) -> str:
        """A string literal in the file's quotes."""
        return self.style.string(text)

    # -- where things stand -----------------------------------------------------------------------------------------

    def statement(self, node: ast.AST | None = None) -> ast.stmt:
        """The statement around a node (the use itself)."""
        current: ast.AST | None = node if node is not None else self.usage.node
        while current is not None and not isinstance(current, ast.stmt):
            current = self.module.parents.get(current)
        if current is None:
            raise Refusal("it stands in no statement")
        return current

    def scope(self, node: ast.AST | None = None) -> Scope:
        """The scope around a node (the use itself)."""
        return self.module.scope_of(node if node is not None else self.usage.node)

    def function(self, node: ast.AST | None = None) -> ast.AST | None:
        """The function around a node (the use itself), or None at the module's level."""
        scope = self.module.function_of(self.scope(node))
        return scope.node if scope is not None else None

    def is_discarded(self, node: ast.AST | None = None) -> bool:
        """Whether the value of an expression (the use's call) goes nowhere."""
        parent = self.module.parents.get(node if node is not None else self.call)
        if isinstance(self.module.parents.get(parent) if parent is not None else None, ast.Module):
            return isinstance(parent, ast.Expr) and not self.planner.source.path.endswith(".ipynb")  # a cell shows its value
        return isinstance(parent, ast.Expr)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node around."""
        return self.module.parents.get(node)

    def free_name(self, wanted: str, node: ast.AST | None = None) -> str:
        """``wanted``, or with a number where the scope of ``node`` knows that name already."""
        known = self.planner.names_in(self.scope(node))
        name, number = wanted, 1
        while name in known:
            number += 1
            name = f"{wanted}_{number}"
        known.add(name)
        return name


def pure(node: ast.AST) -> bool:
    """Whether evaluating the expression earlier, later or not at all makes no difference but for names bound anew."""
    return all(
        _is_format(n)
        or isinstance(n, (ast.Constant, ast.Name, ast.Attribute, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.UnaryOp, ast.USub,
                       ast.BinOp, ast.operator, *FORMATTED, *INSERTED, ast.expr_context, ast.unaryop, ast.IfExp,
                       ast.Compare, ast.cmpop, ast.BoolOp, ast.boolop, ast.Subscript, ast.Slice, ast.keyword))
        for n in ast.walk(node)
    )  # fmt: skip


def _is_format(node: ast.AST) -> bool:
    """``"...".format(...)``."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format" and isinstance(node.func.value, ast.Constant)


def repeats(code: Code) -> bool:
    """Whether code can be written several times: nothing in it is called, or does something."""
    if isinstance(code, Join):
        return all(repeats(part) for part in code.parts)
    return isinstance(code, str) or (isinstance(code, ast.AST) and pure(code))


def names(nodes: Iterable[ast.AST]) -> set[str]:
    """The plain names that the nodes load."""
    return {n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name)}


__all__ = ["FUNCTIONS", "PARTS", "REWRITES", "Import", "Rewrite", "Site", "names", "pure", "repeats", "rewrites", "terminal"]
