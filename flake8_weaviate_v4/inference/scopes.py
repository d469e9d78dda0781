"""Scopes of names, and what binds a name."""

from __future__ import annotations

import ast
from collections import defaultdict

from ..records import field, record

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FORMATTED: tuple[type[ast.JoinedStr], ...] = (ast.JoinedStr, getattr(ast, "TemplateStr", ast.JoinedStr))  # f-strings, and Python 3.14's t-strings
INSERTED: tuple[type[ast.FormattedValue], ...] = (ast.FormattedValue, getattr(ast, "Interpolation", ast.FormattedValue))  # what stands in them
REST = "*"  # a starred target in an unpacking path
UNKNOWN = "?"  # a part that is not followed


@record(eq=False)
class Scope:
    """A module, class, function, lambda or comprehension, and the names it binds."""

    node: ast.AST
    parent: Scope | None
    names: dict[str, list[Binding]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: dict[str, str] = field(default_factory=dict)  # name -> "global" | "nonlocal"
    stars: list[Binding] = field(default_factory=list)

    @property
    def is_class(self) -> bool:
        """Whether names bound here are invisible to nested functions."""
        return isinstance(self.node, ast.ClassDef)


@record(eq=False)
class Binding:
    """What gives a name (or attribute) its value.

    ``kind`` says how ``value`` is to be read: "value" (assigned), "element" (of an iterated value), "entered" (by
    ``with``), "awaited" variants are the same, "import", "function", "class", "parameter", "bound" (a type parameter),
    "caught", "pattern", "other" (rebound in a way that is not followed), "deleted". ``path`` is the way through
    unpacked targets: places, from the end (negative) behind a starred one.
    """

    kind: str
    node: ast.AST
    value: ast.AST | None = None
    path: tuple[int | str, ...] = ()
    annotation: ast.expr | None = None
    dotted: str = ""
    level: int = 0
    member: str | None = None  # the name taken by a from-import
    elsewhere: bool = False  # made inside a function, through ``global`` or ``nonlocal``


def defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    """Parameter of a function -> its default."""
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = [*zip(reversed(plain), reversed(arguments.defaults), strict=False), *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    return {parameter.arg: default for parameter, default in pairs if default is not None}
