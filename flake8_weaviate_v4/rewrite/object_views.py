"""What ``GET /objects`` gave as JSON, on the objects of v4."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from .code import Code, Group, Item, call, each, join
from .literal import constant
from .operands import is_none
from .selection import Selected
from .site import Site, pure
from .targets import is_reference
from .unit import Refusal
from .views import View

_WHOLE = "references are not among the properties in v4, and dates are `datetime` objects"
_TIMES = {"creationTimeUnix": "creation_time", "lastUpdateTimeUnix": "last_update_time"}


@dataclass(slots=True, eq=False)
class Read:
    """What is read of the answer to a v3 call with the arguments ``given``: the ``times`` of objects, and references, which
    v4 has not (``lost``)."""

    site: Site
    given: dict[str, ast.expr]
    times: bool = False
    lost: bool = False

    def has_vector(self) -> bool:
        """Whether the vector was asked for."""
        return not is_none(self.given.get("with_vector")) or "additional_properties" in self.given

    def value(self, key: object, code: Code) -> Code:
        """What stands under a key of an object."""
        if key == "id":
            return call("str", join(code, ".uuid"))
        if key == "class":
            return join(code, ".collection")
        if key == "properties":
            return join(code, ".properties")
        if key == "vector" and self.has_vector():
            return join(code, f".vector[{self.site.string('default')}]")
        if isinstance(key, str) and key in _TIMES:
            self.times = True
            return call("round", join(code, f".metadata.{_TIMES[key]}.timestamp() * 1000"))
        raise Refusal("a part of the object that v4 has not")

    def properties(self, shown: Code) -> None:
        """Say where the properties (``shown`` is the key that leads to them) are used in a way that could tell that v4
        returns no references among them. Raises Refusal where a reference is read."""
        inner = self.site.parent(shown) if isinstance(shown, ast.AST) else None
        reader = self.site.parent(inner) if inner is not None else None
        if isinstance(reader, ast.Subscript) and reader.value is inner:
            key = constant(reader.slice)
        elif isinstance(reader, ast.Attribute) and reader.attr == "get" and isinstance(made := self.site.parent(reader), ast.Call) and made.args:
            key = constant(made.args[0])
        else:
            self.site.unit.doubt(_WHOLE)
            return
        while isinstance(reader, (ast.Subscript, ast.Attribute, ast.Call)):
            if isinstance(reader, ast.Subscript) and constant(reader.slice) in ("beacon", "href"):
                self.lost = True
            reader = self.site.parent(reader)
        if self.lost or (isinstance(key, str) and is_reference(self.site, key)):
            self.lost = True
            raise Refusal("a reference is read from the properties")
        if isinstance(key, str) and Selected([key]).dated():
            self.site.unit.doubt(f"`{key}` may be a date or another value that v4 returns as an object")

    def rebuilt(self, code: Code) -> Code:
        """The dictionary of an object."""
        if self.lost:
            raise Refusal("a reference is read from the properties")
        self.site.unit.doubt(_WHOLE)
        keys = ["class", "creationTimeUnix", "id", "lastUpdateTimeUnix", "properties", *["vector"] * self.has_vector()]
        items = [Item(self.value(key, code), f"{self.site.string(key)}: ") for key in keys]
        return Group("", "{", (*items, Item("None", f"{self.site.string('vectorWeights')}: ")), "}")


def named(site: Site, code: Code, name: str) -> Code:
    """A name for a result that is read more than once: its own, or a new one that it is bound to before the statement.

    Raises Refusal where the statement does other things before.
    """
    if isinstance(code, (str, ast.Name)):
        return code
    statement = site.statement(site.call)
    if not site.planner.text.is_alone(statement) or not _comes_first(site, statement):
        raise Refusal("the result leaves where its v3 shape can't be built anew")
    name = site.free_name(name)
    site.unit.before.append((statement, join(f"{name} = ", code)))
    return name


def _comes_first(site: Site, statement: ast.stmt) -> bool:
    """Whether the v3 call is the first thing that its statement does, and it always does it."""
    inner: ast.AST = site.call
    while (outer := site.parent(inner)) is not statement:
        if isinstance(outer, ast.Call):
            if not pure(outer.func) or inner not in outer.args[:1]:
                return False
        elif not isinstance(outer, (ast.Subscript, ast.Attribute)) or outer.value is not inner:
            return False
        inner = outer
    return isinstance(outer, (ast.Assign, ast.Return, ast.Expr))


@dataclass(slots=True, eq=False)
class OneObject(View):
    """The object with an id, or None."""

    read: Read
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "properties":
            self.read.properties(shown)
        return self.read.value(key, code), None

    def rebuilt(self, code: Code) -> Code:
        name = named(self.read.site, code, "obj")
        return join("None if ", name, " is None else ", self.read.rebuilt(name))


@dataclass(slots=True, eq=False)
class Listed(View):
    """One object of a list."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "properties":
            self.read.properties(shown)
        return self.read.value(key, code), None

    def rebuilt(self, code: Code) -> Code:
        return self.read.rebuilt(code)


@dataclass(slots=True, eq=False)
class Objects(View):
    """A list of objects."""

    read: Read
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), Listed(self.read)

    def element(self) -> View:
        return Listed(self.read)

    def rebuilt(self, code: Code) -> Code:
        return each(self.read.rebuilt("obj"), "obj", code)


@dataclass(slots=True, eq=False)
class Page(View):
    """``{"objects": [...], "totalResults": ...}``."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "objects":
            return join(code, ".objects"), Objects(self.read)
        if key == "totalResults":
            return call("len", join(code, ".objects")), None
        raise Refusal("a part of the list that v4 has not")

    def rebuilt(self, code: Code) -> Code:
        raise Refusal("the list of objects leaves where it can't be followed")
