"""How what v3's Get queries returned is reached on v4's objects, and how it is built anew from them."""

from __future__ import annotations

import ast

from ...inference.flow import reaching
from ...inference.names import terminal
from ...inference.values import Text
from ...records import record
from ..changing import may_differ
from ..code import Code, Group, Item, call, each, join
from ..literal import constant
from ..objects.exceptions import caught
from ..site import Site, pure, repeats
from ..unit import Refusal, Unlike
from ..views import View
from .additional_views import GROUPED, Additional, Place, check_repeats
from .dates import doubt, may_be_object
from .linked import linked
from .selection import Selected

_NO_ANSWER = ("KeyError", "TypeError", "LookupError", "Exception", "BaseException")  # what tells that there is none


@record(eq=False)
class Response(View):
    """The answer to a Get query; ``level`` counts the keys gone through: nothing, ``data``, ``Get``."""

    site: Site
    name: Code  # the key of the collection
    fields: Selected
    level: int = 0
    optional = True
    certain = True

    def holds(self, key: object, shown: Code) -> bool | None:
        return answered(key, shown, ("data", "Get")[self.level :], self.name)

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.level < 2:
            if key != ("data", "Get")[self.level]:
                raise Unlike
            if not self.level:
                check_handlers(self.site, shown)
            return code, Response(self.site, self.name, self.fields, self.level + 1)
        check_collection(self.site, self.name, key, shown)
        if self.fields.group is not None:
            return join(code, ".groups.values()"), Groups(self.site, self.fields)
        return join(code, ".objects"), Hits(self.site, self.fields, response=code)

    def carried(self) -> View:
        if not isinstance(self.name, (str, ast.Constant)):
            raise Unlike
        return self

    def rebuilt(self, code: Code) -> Code:
        if self.fields.group is not None:
            raise Refusal("the groups of a result leave the place where the query is made")
        check_key(self.site, self.name)
        hits = _numbered(self.site, self.fields, code) if "grouped_task" in self.fields.generated else Hits(self.site, self.fields).rebuilt(join(code, ".objects"))
        string = self.site.string
        made = Group("", "{", (Item(hits, join_name(self.name)),), "}") if isinstance(self.name, str) else _keyed(self.name, hits)
        for key in ("Get", "data")[: 2 - self.level]:
            made = Group("", "{", (Item(made, f"{string(key)}: "),), "}")
        return made


def _numbered(site: Site, fields: Selected, response: Code) -> Code:
    """The list of objects, of which v3 gave the first one what was generated of them all."""
    if not repeats(response):
        raise Refusal(GROUPED)
    hit = Hit(site, fields, response, rest=" if number == 0 else None")
    return each(hit.rebuilt("obj"), "number, obj", call("enumerate", join(response, ".objects")))


def check_handlers(site: Site, shown: Code) -> None:
    """Doubt that a query fails alike: where it did, v3 raised KeyError only where the answer is read."""
    if isinstance(shown, ast.expr) and caught(site, shown, *_NO_ANSWER) and not caught(site, site.call, "Exception", "BaseException"):
        site.unit.doubt("a failed query raises an exception in v4")


def answered(key: object, shown: Code, outer: tuple[str, ...], name: Code) -> bool | None:
    """Whether the answer to a query has a key, where the keys ``outer`` come before that of the collection."""
    if outer:
        return True if key == outer[0] else False if key == "errors" and len(outer) > 1 else None
    known = ast.literal_eval(name) if isinstance(name, str) else constant(name) if isinstance(name, ast.expr) else None
    if isinstance(name, ast.Name) and isinstance(shown, ast.Name):
        return True if name.id == shown.id else None
    same = isinstance(name, ast.expr) and isinstance(shown, ast.expr) and pure(name) and ast.dump(name) == ast.dump(shown)
    return True if same or (isinstance(key, str) and key == known) else None


def check_key(site: Site, name: Code) -> None:
    """Doubt that the name of a collection can be computed a second time, or raise Refusal."""
    if isinstance(name, ast.AST) and not pure(name):
        if any(isinstance(n, (ast.Await, ast.NamedExpr, ast.Yield)) or terminal(getattr(n, "func", n)) in ("next", "pop", "input") for n in ast.walk(name)):
            raise Refusal("the name of the collection can't be computed twice")
        site.unit.doubt("the name of the collection is computed twice")


def check_collection(site: Site, name: Code, key: object, shown: Code) -> None:
    """Doubt that the collection which is read (``shown``) is that of the query. Raises Refusal where it is another: v3 had none."""
    asked = {ast.literal_eval(name)} if isinstance(name, str) else _texts(site, name)
    read = {key} if isinstance(key, str) else _texts(site, shown)
    if asked and read and not asked & read:
        raise Unlike
    if not (asked == read and len(asked) == 1) and not _is_same(site, name, shown):
        site.unit.doubt("the collection that is read is taken for the one that the query asks for")


def _texts(site: Site, code: Code) -> set[object]:
    """The texts that an expression gives; none where one can't be seen."""
    values = site.engine.values(site.module, code) if isinstance(code, ast.expr) else ()
    return {value.text for value in values if isinstance(value, Text)} if all(isinstance(value, Text) for value in values) else set()


def _is_same(site: Site, name: Code, shown: Code) -> bool:
    """Whether an expression where the result is read gives what another gives where the query is made."""
    if not isinstance(name, ast.expr) or not isinstance(shown, ast.expr) or not pure(name) or ast.dump(name) != ast.dump(shown):
        return False
    module, scope = site.module, site.scope(name)
    for one, other in ((a, b) for a, b in zip(ast.walk(name), ast.walk(shown), strict=True) if isinstance(a, ast.Name) and isinstance(b, ast.Name)):
        if (module.bindings_of(one) or None) is not (module.bindings_of(other) or None):
            return False
        if one.id in scope.names and reaching(module, scope, one.id, one) != reaching(module, scope, one.id, other):
            return False
        if may_differ(site, other, one.lineno, other.lineno):
            return False
    stored: list[ast.expr] = [target for part in ast.walk(name) if isinstance(part, ast.Attribute) for target, _ in module.attribute_stores.get(part.attr, ())]
    if any(isinstance(part, ast.Subscript) for part in ast.walk(name)):
        stored += [each for each in module.subscripts if not isinstance(each.ctx, ast.Load)]
    return not any(name.lineno < n.lineno < shown.lineno and site.function(n) is site.function() for n in stored)


def join_name(name: str) -> str:
    """A key of a dictionary display, with its colon."""
    return f"{name}: "


def _keyed(name: Code, value: Code) -> Group:
    return Group("", "{", (Item(join(name, ": ", value)),), "}")


@record(eq=False)
class Hits(View):
    """A list of objects; ``response`` is the code of the response that they are part of, where it is at hand."""

    site: Site
    fields: Selected
    response: Code | None = None
    depth: int = 0
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        response = self.response if key == 0 else None  # v3 had what was generated of all at the first
        return join(code, "[", shown, "]"), Hit(self.site, self.fields, response, self.depth)

    def element(self) -> View:
        return Hit(self.site, self.fields, None, self.depth)

    def carried(self) -> View:
        return Hits(self.site, self.fields, None, self.depth)

    def rebuilt(self, code: Code) -> Code:
        name = "obj" if not self.depth else "ref" + f"_{self.depth}" * (self.depth > 1)
        return each(Hit(self.site, self.fields, None, self.depth).rebuilt(name), name, code)


@record(eq=False)
class Hit(View):
    """One object: its properties, references and ``_additional`` in one dictionary."""

    site: Site
    fields: Selected
    response: Code | None = None
    depth: int = 0
    rest: str = ""  # what makes None of a grouped result of objects that are not the first
    optional = True

    @property
    def ordered(self) -> bool:  # type: ignore[override]
        """Whether there is but one key."""
        fields = self.fields
        return fields.whole is None and len(fields.names) + len(fields.nested) + len(fields.references) + bool(fields.additional) < 2

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "_additional" and self.fields.additional:
            return code, Additional(self.site, self.fields, self.response)
        found = [inner for name, _, inner in self.fields.references if name == key]
        if len(found) == 1:
            return linked(self.site, Hits(self.site, found[0], None, self.depth + 1), shown, code)
        unlike = self.fields.references or self.fields.places or self.fields.additional
        if key is None and (unlike or not (self.fields.shown or self.fields.whole)) and not self._is_property(shown):
            raise Unlike
        if found:
            raise Unlike  # a reference to more than one collection
        if key in self.fields.places:
            return join(code, ".properties[", shown, "]"), Place(self.site)
        for name in _dated(self.site, self.fields, key):
            doubt(self.site, name)
        return join(code, ".properties[", shown, "]"), None

    def carried(self) -> View:
        if self.rest:
            raise Unlike
        return Hit(self.site, self.fields, None, self.depth)

    def _is_property(self, shown: Code) -> bool:
        """Whether a key that is no literal can only be that of a property."""
        known = self.site.engine.values(self.site.module, shown) if isinstance(shown, ast.expr) else []
        return bool(known) and all(isinstance(v, Text) and v.text in self.fields.names and v.text not in self.fields.places for v in known)

    def rebuilt(self, code: Code) -> Code:
        for name in _dated(self.site, self.fields):
            doubt(self.site, name)
        if self.fields.whole is not None:
            self.site.unit.doubt("what the properties are can't be seen")
        properties = join(code, ".properties")
        if len({name for name, _, _ in self.fields.references}) < len(self.fields.references):
            raise Refusal("a reference to more than one collection")
        more: list[Item] = []
        string = self.site.string
        for name, _, inner in self.fields.references:
            reference = join(code, f".references[{string(name)}].objects")
            items = Hits(self.site, inner, None, self.depth + 1).rebuilt(reference)
            missing = join(items, f" if {string(name)} in ", code, ".references else None")
            more.append(Item(missing, f"{string(name)}: "))
        for name in self.fields.places:
            place = join(code, f".properties[{string(name)}]")
            more.append(Item(Place(self.site).rebuilt(place), f"{string(name)}: "))
        if self.fields.additional:
            more.append(Item(Additional(self.site, self.fields, self.response, self.rest).rebuilt(code), f"{string('_additional')}: "))
        if not more:
            return properties
        check_repeats(code)
        plain = [Item(properties, "**")] if self.fields.shown or self.fields.whole or self.fields.nested else []
        return Group("", "{", (*plain, *more), "}")


def _dated(site: Site, fields: Selected, key: object = None) -> list[str]:
    """Properties, of all or with this key, whose values may be objects in v4, or hold some."""
    if isinstance(key, str):
        inner = [fields.nested[key]] if key in fields.nested else []
        return [key] if may_be_object(site, fields.collection, key) or any(_dated(site, each) for each in inner) else []
    values = [value for _, node in fields.shown if isinstance(node, ast.Name) for value in site.engine.values(site.module, node)]
    named = (value.text for value in values if isinstance(value, Text))
    return [name for name in dict.fromkeys([*fields.names, *fields.nested, *named]) if _dated(site, fields, name)]


@record(eq=False)
class Groups(View):
    """The objects that a query with ``with_group_by`` returned in v3: one a group."""

    site: Site
    fields: Selected
    listed = True
    sliced = False

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join("list(", code, ")[", shown, "]"), OneGroup(self.site, self.fields)

    def element(self) -> View:
        return OneGroup(self.site, self.fields)


_GROUP = {"count": ".number_of_objects", "maxDistance": ".max_distance", "minDistance": ".min_distance"}


@record(eq=False)
class OneGroup(View):
    """One group: an object, its ``_additional``, ``group`` and ``groupedBy`` are all the v4 group."""

    site: Site
    fields: Selected
    path: tuple[str, ...] = ("_additional", "group")

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.path:
            if key != self.path[0]:
                raise Unlike
            return code, OneGroup(self.site, self.fields, self.path[1:])
        if key == "groupedBy":
            return code, Grouped()
        if key == "hits" and self.fields.group is not None:
            return join(code, ".objects"), Hits(self.site, self.fields.group, None, 1)
        if key in _GROUP:
            return join(code, _GROUP[str(key)]), None
        raise Unlike


class Grouped(View):
    """What a group is grouped by."""

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "value":
            return join(code, ".name"), None
        raise Unlike
