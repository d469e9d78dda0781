"""What ``GET /objects`` gave as JSON, on the objects of v4."""

from __future__ import annotations

import ast

from ...patterns import pattern
from ...records import field, record
from ..code import Code, Group, Item, call, calls, each, join, kept, listed
from ..literal import bound, constant
from ..search.dates import doubt, may_be_object
from ..search.filters import QUERY
from ..site import Site, pure
from ..unit import Refusal, Unlike
from ..views import View
from .exceptions import caught
from .operands import is_none
from .targets import has_one_target, is_reference

_WHOLE = "references and blobs are not among the properties in v4, and dates are `datetime` objects"
# Names of properties that are likely to be references or blobs.
_ABSENT = pattern(r"^(has|have|of|in|by|for|from|to|belongs|wrote|written|mentions)(_|[A-Z])|(?i:image|photo|picture|blob|base64)")
_TIMES = {"creationTimeUnix": "creation_time", "lastUpdateTimeUnix": "last_update_time"}


@record(eq=False)
class Read:
    """What is read of the answer to a v3 call with the arguments ``given``, and v4 has to be asked for: the ``times`` of
    objects, and ``references``."""

    site: Site
    given: dict[str, ast.expr]
    times: bool = False
    references: dict[str, None] = field(default_factory=dict)

    def has_vector(self) -> bool:
        """Whether the vector was asked for."""
        return not is_none(self.given.get("with_vector")) or "additional_properties" in self.given

    def collection(self) -> object:
        """The name of the collection, where it is a literal."""
        name = self.given.get("class_name")
        value = constant(bound(self.site, name)) if name is not None else None
        return value[:1].upper() + value[1:] if isinstance(value, str) else None

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
        raise Unlike

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        """The code of what stands under a key of an object, and its view."""
        if key == "properties":
            name = self._property(shown)
            if name is not None:
                self.references[name] = None
                return code, References(self)
        return self.value(key, code), None

    def _property(self, shown: Code) -> str | None:
        """The reference that is read of the properties (``shown`` is the key that leads to them), None where it is none.

        Says so where the properties are used in a way that could tell that v4 returns no references among them.
        """
        inner = self.site.parent(shown) if isinstance(shown, ast.AST) else None
        reader = self.site.parent(inner) if inner is not None else None
        made = self.site.parent(reader) if isinstance(reader, ast.Attribute) and reader.attr == "get" else None
        if isinstance(reader, ast.Subscript) and reader.value is inner:
            key = constant(reader.slice)
        elif isinstance(made, ast.Call) and made.args:
            key = constant(made.args[0])
        else:
            self.site.unit.doubt(_WHOLE)
            return None
        outer = reader
        while isinstance(outer, (ast.Subscript, ast.Attribute, ast.Call)):
            if isinstance(outer, ast.Subscript) and constant(outer.slice) in ("beacon", "href") and isinstance(key, str):
                return key
            outer = self.site.parent(outer)
        if isinstance(key, str) and (key in self.references or is_reference(self.site, key)):
            return key
        if not isinstance(key, str):
            self.site.unit.doubt("which property is read can't be seen: in v4 a date is an object, and references and blobs are not among them")
        elif may_be_object(self.site, self.collection(), key):
            doubt(self.site, key)
        elif _ABSENT.search(key):
            self.site.unit.doubt(f"`{key}` may be a reference or a blob, which are not among the properties in v4")
        return None

    def asked(self) -> list[Item]:
        """The argument that asks for the references that are read."""
        queries: list[Code] = []
        for name in self.references:
            if not has_one_target(self.site, name):
                self.site.unit.doubt(f"the reference `{name}` is taken to have one target class")
            queries.append(call(self.site.use(QUERY, "QueryReference"), link_on=self.site.string(name)))
        if not queries:
            return []
        return [Item(queries[0] if len(queries) == 1 else listed(queries), "return_references=")]

    def rebuilt(self, code: Code) -> Code:
        """The dictionary of an object."""
        if self.references:
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
    known, key = site.planner.memo, f"{name} at {site.call.lineno}:{site.call.col_offset}"
    if key not in known:  # the result is followed more than once
        known[key] = site.free_name(name)
    site.unit.before.append((statement, join(f"{known[key]} = ", code)))
    return str(known[key])


def _comes_first(site: Site, statement: ast.stmt) -> bool:
    """Whether the v3 call is the first thing that its statement does, and it always does it."""
    inner: ast.AST = site.call
    while (outer := site.parent(inner)) is not statement:
        if isinstance(outer, ast.Call):
            if not pure(outer.func) or inner not in outer.args[:1]:
                return False
        elif isinstance(outer, ast.BoolOp):
            if outer.values[0] is not inner:
                return False
        elif not isinstance(outer, (ast.Subscript, ast.Attribute)) or outer.value is not inner:
            return False
        inner = outer
    return isinstance(outer, (ast.Assign, ast.Return, ast.Expr))


@record(eq=False)
class OneObject(View):
    """The object with an id, or None."""

    read: Read
    optional = absent = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        site = self.read.site
        if isinstance(shown, ast.expr) and caught(site, shown, "TypeError") and not caught(site, shown, "AttributeError"):
            site.unit.doubt("where there is no such object v4 raises AttributeError, v3 raised TypeError")
        return self.read.item(key, shown, code)

    def rebuilt(self, code: Code) -> Code:
        name = named(self.read.site, code, "obj")
        return join("None if ", name, " is None else ", self.read.rebuilt(name))


@record(eq=False)
class Listed(View):
    """One object of a list."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return self.read.item(key, shown, code)

    def rebuilt(self, code: Code) -> Code:
        return self.read.rebuilt(code)


@record(eq=False)
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


@record(eq=False)
class Page(View):
    """``{"objects": [...], "totalResults": ...}``."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "objects":
            return join(code, ".objects"), Objects(self.read)
        if key == "totalResults":
            return call("len", join(code, ".objects")), None
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        site = self.read.site
        name = named(site, code, "page")
        objects = join(name, ".objects")
        total = Item(call("len", objects), f"{site.string('totalResults')}: ")
        return Group("", "{", (Item(Objects(self.read).rebuilt(objects), f"{site.string('objects')}: "), total), "}")


@record(eq=False)
class References(View):
    """The properties of an object, of which a reference is read."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        outer = self.read.site.parent(shown) if isinstance(shown, ast.AST) else None
        if not isinstance(outer, ast.Subscript):
            raise Unlike
        return join(code, ".references[", shown, "].objects"), Beacons(self.read)


@record(eq=False)
class Beacons(View):
    """The objects that a reference leads to: ``[{"beacon": ..., "href": ...}]``."""

    read: Read
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), Beacon(self.read)

    def element(self) -> View:
        return Beacon(self.read)

    def rebuilt(self, code: Code) -> Code:
        return each(Beacon(self.read).rebuilt("ref"), "ref", code)


@record(eq=False)
class Beacon(View):
    """One of them."""

    read: Read

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key not in ("beacon", "href"):
            raise Unlike
        return self._address(str(key), self._once(code)), None

    def _once(self, code: Code) -> Code:
        """The code, or a name for it where it calls the server: an address is made of it twice."""
        return named(self.read.site, code, "reference") if calls(code) else code

    def _address(self, key: str, code: Code) -> Code:
        """An f-string, in quotes that the code in it has not."""
        start = "weaviate://localhost" if key == "beacon" else "/v1/objects"
        sources = [code] if isinstance(code, str) else [self.read.site.module.source.segment(n) for n in kept(code)]
        quote = next((q for q in (self.read.site.style.quote, "'", '"') if not any(q in s or "\n" in s for s in sources)), None)
        if quote is None:
            raise Unlike
        return join(f"f{quote}{start}/{{", code, ".collection}/{", code, f".uuid}}{quote}")

    def rebuilt(self, code: Code) -> Code:
        string, code = self.read.site.string, self._once(code)
        return Group("", "{", tuple(Item(self._address(key, code), f"{string(key)}: ") for key in ("beacon", "href")), "}")
