"""Queries of ``multi_get`` that a loop or a comprehension makes: a dictionary of what each has found, under its name."""

from __future__ import annotations

import ast

from ...records import record, replace
from ..changing import is_caught_alike
from ..code import Code, Group, Item, join
from ..literal import assigned_once, loops_around
from ..order import is_quiet
from ..reads import is_test
from ..search.chain import Link, built, expression
from ..search.query_views import Hits
from ..search.search import Query, queried, written
from ..search.selection import Selected
from ..site import Site
from ..unit import Refusal
from ..views import View

_LISTED = "the queries of `multi_get` are listed elsewhere"
_ASKED = frozenset("len bool".split())
_ORDERED = "the answers come in the order of the queries: v3 had them in that of their names"


@record(eq=False)
class Found(View):
    """The objects that each query found, by its name: a dictionary of lists. ``level`` counts the keys gone through."""

    site: Site
    fields: Selected
    level: int = 0
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.level == 2:
            return join(code, "[", shown, "]"), Hits(self.site, self.fields)
        if key != ("data", "Get")[self.level]:
            raise Refusal("an error is no part of a v4 result: a failed query raises `WeaviateQueryError`")
        return code, Found(self.site, self.fields, self.level + 1)

    def method(self, name: str) -> View | None:
        if self.level < 2 or name not in ("values", "items"):
            return None
        self.site.unit.doubt(_ORDERED)
        return Lists(self.site, self.fields, 1 if name == "items" else None)

    def rebuilt(self, code: Code) -> Code:
        self.site.unit.doubt(_ORDERED)
        string = self.site.string
        hits = Hits(self.site, self.fields).rebuilt("found")
        made = Group("", "{", (Item(join("name: ", hits)), Item(join("for name, found in ", code, ".items()"))), "}", "")
        for key in ("Get", "data")[: 2 - self.level]:
            made = Group("", "{", (Item(made, f"{string(key)}: "),), "}")
        return made


@record(eq=False)
class Lists(View):
    """All that the queries found; ``place`` is where it stands in the tuples that iteration gives, if that gives some."""

    site: Site
    fields: Selected
    place: int | None = None
    listed = True
    sliced = False

    def element(self) -> View:
        return Hits(self.site, self.fields)


def is_built(site: Site, node: ast.expr) -> bool:
    """Whether a comprehension makes the list of queries, or statements behind an empty one."""
    assignment = assigned_once(site, node) if isinstance(node, ast.Name) else None
    value = assignment.value if assignment is not None else node
    return isinstance(value, ast.ListComp) or (assignment is not None and isinstance(value, ast.List) and not value.elts)


def found_by(site: Site, node: ast.expr) -> tuple[Code, Found]:
    """The code for the answers to the queries that a comprehension, or a list that a loop fills, gives ``multi_get``."""
    if isinstance(node, ast.ListComp):
        return _comprehended(site, node)
    assignment = assigned_once(site, node) if isinstance(node, ast.Name) else None
    if not isinstance(node, ast.Name) or not isinstance(assignment, ast.Assign):
        raise Refusal(_LISTED)
    if site.module.scope_of(assignment) is not site.module.scope_of(node) or loops_around(site, assignment) != loops_around(site, site.statement(node)):
        raise Refusal(_LISTED)
    if isinstance(assignment.value, ast.ListComp):
        if len(site.module.loads_of(node)) != 1:
            raise Refusal(_LISTED)
        code, found = _comprehended(site, assignment.value)
        _check_between(site, assignment, node)
        site.unit.replaced[assignment.value] = code
        return node, found
    if not isinstance(assignment.value, ast.List) or assignment.value.elts:
        raise Refusal(_LISTED)
    return node, _appended(site, node, assignment)


def _comprehended(site: Site, made: ast.ListComp) -> tuple[Code, Found]:
    links, start = expression(site, made.elt, None)
    if start is not None or links[0].usage.symbol != "weaviate.gql.Query.get" or any(g.is_async for g in made.generators):
        raise Refusal(_LISTED)
    query = queried(site, links)
    rounds = []
    for generator in made.generators:
        tests = [part for test in generator.ifs for part in (" if ", test)]
        rounds.append(Item(join("for ", generator.target, " in ", generator.iter, *tests)))
    entry = join(query.key, ": ", written(site, query), ".objects")
    return Group("", "{", (Item(entry), *rounds), "}", ""), Found(site, query.fields)


def _appended(site: Site, name: ast.Name, assignment: ast.Assign) -> Found:
    """Write ``queries.append(...)`` as an entry of the dictionary that ``queries`` is then."""
    appends: list[ast.Call] = []
    for load in site.module.loads_of(name):
        parent = site.parent(load)
        call = site.parent(parent) if isinstance(parent, ast.Attribute) else None
        if load is name or is_test(site.module, load, parent) or (isinstance(parent, ast.Call) and getattr(parent.func, "id", "") in _ASKED):
            continue
        if not isinstance(call, ast.Call) or getattr(call.func, "attr", "") != "append" or len(call.args) != 1 or call.keywords:
            raise Refusal(_LISTED)
        if not isinstance(site.parent(call), ast.Expr) or call.lineno > name.lineno or site.scope(call) is not site.scope(name):
            raise Refusal(_LISTED)
        appends.append(call)
    if len(appends) != 1:
        raise Refusal(_LISTED)
    call = appends[0]
    links, statements = _links(site, call.args[0])
    place = Site(site.planner, replace(links[-1].usage, node=call.func), site.unit)
    query: Query = queried(place, links)
    for statement in statements:
        if statement not in site.unit.replaced:
            site.unit.removed[statement] = None
    _check_between(site, assignment, name)
    site.unit.replaced[assignment.value] = "{}"
    site.unit.replaced[call] = join(name.id, "[", query.key, "] = ", written(place, query), ".objects")
    return Found(site, query.fields)


def _links(site: Site, element: ast.expr) -> tuple[list[Link], list[ast.stmt]]:
    """The links of the query that is appended, and the statements that go."""
    statements: list[ast.stmt] = []
    if isinstance(element, ast.Name):
        near = replace(site.usage, node=element)
        links, statements, ends = built(Site(site.planner, near, site.unit), element)
        if ends:
            raise Refusal("a query of `multi_get` is sent elsewhere as well")
        if any(link.condition is not None for link in links):
            raise Refusal("a query of `multi_get` is built under conditions")
    else:
        links, begun = expression(site, element, None)
        if begun is not None:
            raise Refusal("a query of `multi_get` is built elsewhere")
    if links[0].usage.symbol != "weaviate.gql.Query.get":
        raise Refusal("a query of `multi_get` is built elsewhere")
    return links, statements


def _check_between(site: Site, first: ast.stmt, name: ast.Name) -> None:
    """Raise Refusal where v3 sent something else behind the place that now sends the queries, and doubt what is called there."""
    if not is_caught_alike(site, getattr(first, "value", name), site.call) or any(isinstance(n, ast.Try) for n in site.module.ancestors(name)):
        raise Refusal("the queries of `multi_get` are listed where their errors are caught otherwise")
    for call in site.module.calls_between(first.lineno, name.lineno):
        usages = site.planner.usages.get(call.func, [])
        if any(not usage.symbol.startswith("weaviate.gql.") for usage in usages) or any(usage.name == "do" for usage in usages):
            raise Refusal("something is sent between the queries of `multi_get` and their answers")
        if not usages and not is_quiet(call) and getattr(call.func, "attr", "") != "append":
            site.unit.doubt("the queries are sent where they are listed, beside what is called there")
