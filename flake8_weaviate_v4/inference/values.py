"""What an expression can be: the values that inference hands around.

``Values`` is a union, in order of discovery, without duplicates; an empty one means that nothing is known, and
``OTHER`` in it that the expression can be something that is known and is not Weaviate's.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import chain

from ..records import record

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

    from .bindings import Module

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
MOST = 12  # alternatives of one expression: more than that is noise


@record(frozen=True)
class Ref:
    """A module, class or function by its dotted path, defined outside the checkout."""

    path: str


@record(frozen=True)
class Instance:
    """An object of the class at dotted path ``cls``, defined outside the checkout."""

    cls: str


@record(frozen=True)
class Method:
    """A bound method: canonical ``symbol`` and the class of its receiver."""

    symbol: str
    receiver: str


@record(frozen=True)
class Class:
    """A class defined in the checkout."""

    module: Module
    node: ast.ClassDef


@record(frozen=True)
class Object:
    """An instance of a class defined in the checkout."""

    cls: Class


@record(frozen=True)
class Function:
    """A function or lambda defined in the checkout; ``owner`` is what it is bound to as a method."""

    module: Module
    node: FunctionNode
    owner: Class | Object | None = None


@record(frozen=True)
class Local:
    """A module of the checkout."""

    module: Module


@record(frozen=True)
class Display:
    """A list, tuple, set or dictionary display, whose elements are looked at when asked for."""

    module: Module
    node: ast.expr


@record(frozen=True)
class Many:
    """A container or iterator of these values; ``keyed`` where it is a mapping, which goes through its keys."""

    items: tuple[Value, ...]
    keyed: bool = False


@record(frozen=True)
class Row:
    """A tuple of which each place is known: what ``enumerate`` and ``items`` go through."""

    columns: tuple[Values, ...]


@record(frozen=True)
class Manager:
    """A context manager that yields these values."""

    items: tuple[Value, ...]


@record(frozen=True)
class Returns:
    """A callable that returns these values."""

    items: tuple[Value, ...]


@record(frozen=True)
class Text:
    """A string literal."""

    text: str


@record(frozen=True)
class Shape:
    """A part of what a v3 call returns as plain dictionaries and lists; ``kind`` is a name of ``shapes.py``, ``origin``
    the call, where it is known."""

    kind: str
    origin: ast.AST | None = None


@record(frozen=True)
class Other:
    """Something known that is not Weaviate's."""


OTHER = Other()
Value: TypeAlias = (
    Ref | Instance | Method | Class | Object | Function | Local | Display | Many | Row | Manager | Returns | Text
    | Shape | Other
)  # fmt: skip
Values: TypeAlias = tuple[Value, ...]


def keyed(value: Value) -> bool:
    """Whether a value is a mapping."""
    if isinstance(value, Many):
        return value.keyed
    return isinstance(value, Display) and isinstance(value.node, ast.Dict)


def tells(value: Value) -> bool:
    """Whether a declared type says more than "something else" or "a container" (``dict``, ``List[Any]``)."""
    return value != OTHER and not (isinstance(value, Many) and not value.items)


def union(*groups: Iterable[Value]) -> Values:
    """All values of the groups once, in order, ``MOST`` at most."""
    found = tuple(chain.from_iterable(groups))
    return found if len(found) < 2 else tuple(dict.fromkeys(found))[:MOST]
