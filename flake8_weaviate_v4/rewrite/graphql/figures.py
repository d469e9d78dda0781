"""How what v3 returned for an aggregation is reached on v4's objects, and how it is built anew from them.

v3: a list of one dictionary, or of one for each group. v4: ``AggregateReturn``, or ``AggregateGroupByReturn`` whose
``groups`` are listed (read in ``weaviate.collections.classes.aggregate``).
"""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, Group, Item, Join, each, join, listed
from ..collections.datatypes import datatype
from ..search.query_views import answered, check_collection, check_handlers, check_key
from ..site import Site
from ..unit import Refusal, Unlike
from ..views import View
from .metrics import NAMES, Measured, Metric


@record(eq=False)
class Figures(View):
    """The answer to an aggregation; ``level`` counts the keys gone through: nothing, ``data``, ``Aggregate``."""

    site: Site
    name: Code  # the key of the collection
    asked: Measured
    group: Code | None = None  # the code of what is grouped by
    level: int = 0
    optional = True
    certain = True

    def holds(self, key: object, shown: Code) -> bool | None:
        return answered(key, shown, ("data", "Aggregate")[self.level :], self.name)

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.level < 2:
            if key != ("data", "Aggregate")[self.level]:
                raise Unlike
            if not self.level:
                check_handlers(self.site, shown)
            return code, Figures(self.site, self.name, self.asked, self.group, self.level + 1)
        check_collection(self.site, self.name, key, shown)
        return self._parts(code)

    def carried(self) -> View:
        if self.group is not None or not isinstance(self.name, (str, ast.Constant)):
            raise Unlike
        return self

    def _parts(self, code: Code) -> tuple[Code, View]:
        if self.group is None:
            return code, One(self.site, self.asked)
        return join(code, ".groups"), Groups(self.site, self.asked, self.group)

    def rebuilt(self, code: Code) -> Code:
        check_key(self.site, self.name)
        inner, view = self._parts(code)
        made: Code = Group("", "{", (Item(join(self.name, ": ", view.rebuilt(inner))),), "}")
        for key in ("Aggregate", "data")[: 2 - self.level]:
            made = _dictionary(self.site, {key: made})
        return made


@record(eq=False)
class One(View):
    """The list of one dictionary that v3 has where nothing is grouped."""

    site: Site
    asked: Measured
    optional = True
    certain = True
    length = 1

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key not in (0, -1) or isinstance(key, bool):
            raise Unlike
        return code, Part(self.site, self.asked, None)

    def carried(self) -> View:
        return self

    def rebuilt(self, code: Code) -> Code:
        return listed([Part(self.site, self.asked, None).rebuilt(code)])


@record(eq=False)
class Groups(View):
    """The list of groups."""

    site: Site
    asked: Measured
    group: Code
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), self.element()

    def element(self) -> View:
        return Part(self.site, self.asked, self.group)

    def rebuilt(self, code: Code) -> Code:
        return each(self.element().rebuilt("group"), "group", code)


@record(eq=False)
class Part(View):
    """The figures of a collection, or of one group."""

    site: Site
    asked: Measured
    group: Code | None
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "meta" and self.asked.count:
            return code, Meta(self.site)
        if key == "groupedBy" and self.group is not None:
            return code, GroupedBy(self.site, self.asked, self.group)
        if isinstance(key, str) and key in self.asked.metrics:
            return join(code, ".properties[", shown, "]"), Figure(self.site, self.asked.metrics[key])
        raise Unlike

    def carried(self) -> View:
        if self.group is not None:
            raise Unlike
        return self

    def rebuilt(self, code: Code) -> Code:
        asked = self.asked
        several = int(asked.count) + len(asked.grouped) + sum(len(m.asked) for m in asked.metrics.values()) > 1
        code = named(self.site, code, several)
        items: list[Item] = []
        for key in asked.order:
            if key == "groupedBy" and self.group is not None:
                items.append(Item(join(self.site.string(key), ": ", GroupedBy(self.site, asked, self.group).rebuilt(code))))
            elif key == "meta":
                items.append(Item(join(self.site.string(key), ": ", Meta(self.site).rebuilt(code))))
            elif key in asked.metrics:
                metric = asked.metrics[key]
                inner = Figure(self.site, metric).rebuilt(join(code, ".properties[", metric.shown, "]"))
                items.append(Item(join(metric.shown, ": ", inner)))
        return Group("", "{", tuple(items), "}")


@record(eq=False)
class Meta(View):
    """``meta { count }``."""

    site: Site
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key != "count":
            raise Unlike
        return join(code, ".total_count"), None

    def rebuilt(self, code: Code) -> Code:
        return _dictionary(self.site, {"count": join(code, ".total_count")})


@record(eq=False)
class GroupedBy(View):
    """``groupedBy { value path }``: GraphQL has every value as text."""

    site: Site
    asked: Measured
    group: Code
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "value":
            if not self._is_text():
                self.site.unit.doubt("the value of a group is no text in v4 where the property is none")
            return join(code, ".grouped_by.value"), None
        if key == "path":
            return listed([join(code, ".grouped_by.prop")]), None
        raise Unlike

    def _is_text(self) -> bool:
        name = self.group.value if isinstance(self.group, ast.Constant) else None
        found = datatype(self.site, None, name) if isinstance(name, str) else None
        return (found or "").removesuffix("[]") in ("text", "date", "uuid", "cref")

    def rebuilt(self, code: Code) -> Code:
        code = _once(self.site, code, len(self.asked.grouped))
        return _dictionary(self.site, {key: self.item(key, "", code)[0] for key in self.asked.grouped})


@record(eq=False)
class Figure(View):
    """The figures of one property."""

    site: Site
    metric: Metric
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if not isinstance(key, str) or key not in self.metric.asked:
            raise Unlike
        if key == "type":
            return self._datatype(), None
        if key == "topOccurrences":
            return join(code, ".top_occurrences"), Tops(self.site, self.metric)
        return join(code, f".{NAMES[key]}"), None

    def _datatype(self) -> Code:
        """GraphQL tells the type of a property; v4 does not, but it can be read in the file."""
        if self.metric.datatype is None:
            self.site.unit.doubt("the type of a property is no part of a v4 result")
        kinds = {"integer": "int", "date_": "date", "reference": "cref"}
        return self.site.string(self.metric.datatype or kinds.get(self.metric.kind, self.metric.kind))

    def rebuilt(self, code: Code) -> Code:
        items: dict[str, Code] = {}
        code = _once(self.site, code, sum(key != "type" for key in self.metric.asked))
        for key in self.metric.asked:
            value, view = self.item(key, "", code)
            items[key] = view.rebuilt(value) if view is not None else value
        return _dictionary(self.site, items)


@record(eq=False)
class Tops(View):
    """``topOccurrences``, or one of them."""

    site: Site
    metric: Metric
    one: bool = False

    @property
    def listed(self) -> bool:  # type: ignore[override]
        return not self.one

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if not self.one:
            return join(code, "[", shown, "]"), self.element()
        if key not in ("value", "occurs"):
            raise Unlike
        return join(code, ".value" if key == "value" else ".count"), None

    def element(self) -> View:
        return Tops(self.site, self.metric, one=True)

    def rebuilt(self, code: Code) -> Code:
        if self.one:
            code = _once(self.site, code, len(self.metric.tops))
            return _dictionary(self.site, {key: self.item(key, "", code)[0] for key in self.metric.tops})
        return each(self.element().rebuilt("top"), "top", code)


def _dictionary(site: Site, items: dict[str, Code]) -> Group:
    return Group("", "{", tuple(Item(value, f"{site.string(key)}: ") for key, value in items.items()), "}")


def _once(site: Site, code: Code, times: int) -> Code:
    """Code that can be written so often: what sends the request has a name then."""
    return named(site, code, True) if times > 1 else code


def named(site: Site, code: Code, several: bool) -> Code:
    """A name for code that sends the request, bound in a statement before; the code itself where it can stand but once."""
    if not _holds(code):
        return code
    statement = site.statement()
    if _comes_first(site, statement) and site.planner.text.is_alone(statement):
        name = _free_name(site)
        site.unit.before.append((statement, join(f"{name} = ", code)))
        return name
    if several:
        raise Refusal("the result is needed more than once, where it has no name")
    return code


def _free_name(site: Site) -> str:
    """A name that the file does not know, but for other results: each is read right behind."""
    known = site.planner.names_in(site.scope())
    mine = site.planner.memo.setdefault("names of results", set())
    assert isinstance(mine, set)
    name = next((n for n in ("response", "result") if n not in known or n in mine), "") or site.free_name("response")
    known.add(name)
    mine.add(name)
    return name


def _holds(code: Code) -> bool:
    """Whether code sends the request: it has a call, and is not the name that the result is bound to."""
    if isinstance(code, Join):
        return any(_holds(part) for part in code.parts)
    return isinstance(code, Group) and code.opening == "("


def _comes_first(site: Site, statement: ast.stmt) -> bool:
    """Whether nothing else happens in the statement before the request is sent."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Return, ast.Expr)):
        return False
    around: set[ast.AST] = set()
    for outer in site.module.ancestors(site.call):
        if outer is statement:
            break
        if isinstance(outer, (ast.Lambda, ast.IfExp, ast.BoolOp, ast.comprehension, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)):
            return False
        around.add(outer)
    inside = set(ast.walk(site.call))
    others = [n for n in ast.walk(statement) if n not in inside and n not in around]
    return not any(isinstance(n, (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)) for n in others)
