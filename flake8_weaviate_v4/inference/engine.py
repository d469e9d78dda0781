"""What the parts of inference ask of each other, so that none has to import the whole."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from .bindings import Module
from .project import Project
from .scopes import Binding, Scope
from .values import Value, Values

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object


class Engine(Protocol):
    """Expression -> values, over all files of a checkout."""

    project: Project
    open: set[ast.expr]  # displays whose elements are being looked at

    def values(self, module: Module, node: ast.AST) -> Values:
        """What the expression can be."""

    def annotation(self, module: Module, node: ast.expr) -> Values:
        """What a name with this annotation can be."""

    def named(self, module: Module, name: str) -> Values:
        """What a module's global ``name`` is for another file that imports it."""

    def member(self, value: Value, name: str) -> Values:
        """What ``value.name`` can be."""

    def called(self, value: Value, module: Module, call: ast.Call | None) -> Values:
        """What calling the value can give."""

    def elements(self, module: Module, node: ast.expr) -> Values:
        """What iterating over the expression can give."""

    def elements_of(self, values: Iterable[Value]) -> Values:
        """What iterating over these values can give."""

    def held(self, module: Module, node: ast.expr, key: object = None) -> Values:
        """What taking an element of the expression (that under ``key``) can give: a mapping's values."""

    def bound(self, module: Module, scope: Scope, binding: Binding) -> Values:
        """What a binding gives its name."""

    def entered(self, values: Iterable[Value]) -> Values:
        """What ``with value as x`` binds."""

    def imported(self, module: Module, dotted: str, level: int, member: str | None) -> Values:
        """What an import statement of ``module`` brings."""
