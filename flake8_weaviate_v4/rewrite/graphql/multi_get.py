"""``client.query.multi_get([...])``: v3 sends several Get queries as one GraphQL request, v4 has a request for each."""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, Group, Item, join
from ..literal import assigned_once, constant, follow, loads_of, loops_around
from ..results import consumed
from ..search.chain import Chain, Link, built, expression
from ..search.query_views import Response
from ..search.search import Query, queried, written
from ..site import Site
from ..unit import Refusal, Unlike
from ..views import View
from .multi_built import found_by, is_built


@record(eq=False)
class Responses(View):
    """The answers by the name that each query has: a dictionary of v4 responses. ``level`` as in ``Response``."""

    site: Site
    queries: dict[str, Query]
    level: int = 0
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if self.level < 2:
            if key != ("data", "Get")[self.level]:
                raise Unlike
            return code, Responses(self.site, self.queries, self.level + 1)
        if not isinstance(key, str) or key not in self.queries:
            raise Unlike
        if isinstance(code, Group) and len(self.queries) > 1:
            raise Unlike  # the other queries are to be sent as well
        query = self.queries[key]
        return Response(self.site, query.key, query.fields, 2).item(key, shown, self._of(key, code))

    def _of(self, key: str, code: Code) -> Code:
        """The response under a key: of a display its own query."""
        if isinstance(code, Group):
            return code.items[list(self.queries).index(key)].value
        return join(code, f"[{self.site.string(key)}]")

    def rebuilt(self, code: Code) -> Code:
        items = []
        for key, query in self.queries.items():
            response = Response(self.site, query.key, query.fields, 2)
            hits, view = response.item(key, "", self._of(key, code))
            assert view is not None
            items.append(Item(view.rebuilt(hits), f"{self.site.string(key)}: "))
        made = Group("", "{", tuple(items), "}")
        for key in ("Get", "data")[: 2 - self.level]:
            made = Group("", "{", (Item(made, f"{self.site.string(key)}: "),), "}")
        return made


def gotten(site: Site, chain: Chain) -> Code:
    """A dictionary of responses. Raises Refusal where the queries can't be seen."""
    if len(chain.links) != 2:
        raise Refusal("a link of `multi_get` is not known")
    listed = chain.head.arguments()["get_builder"]
    if is_built(site, listed):
        return consumed(site, site.call, *found_by(site, listed))
    queries: dict[str, Query] = {}
    items = []
    for element, listing in _elements(site, listed):
        links, statements = _links(site, element, listing)
        query = queried(site, links)
        for statement in statements:
            if statement not in site.unit.replaced:
                site.unit.removed[statement] = None
        key = constant(query.key) if isinstance(query.key, ast.expr) else ast.literal_eval(query.key) if isinstance(query.key, str) else None
        if not isinstance(key, str) or key in queries:
            raise Refusal("the name of a query of `multi_get` can't be seen")
        queries[key] = query
        items.append(Item(written(site, query), f"{site.string(key)}: ", None if isinstance(element, ast.Name) else element))
    return consumed(site, site.call, Group("", "{", tuple(items), "}"), Responses(site, queries))


def _elements(site: Site, node: ast.expr) -> list[tuple[ast.expr, ast.stmt | None]]:
    """The queries, and the statement that lists them where that is not the call."""
    if not isinstance(node, ast.Name):
        return [(element, None) for element in follow(site, node).elements()]
    statement = assigned_once(site, node)
    value = statement.value if statement is not None else None
    alone = len(loads_of(site, node)) == 1
    if statement is None or not isinstance(value, ast.List) or not alone or loops_around(site, statement) != loops_around(site, node):
        raise Refusal("the queries of `multi_get` are listed elsewhere")
    if site.module.scope_of(statement) is not site.module.scope_of(node) or any(isinstance(e, (ast.Name, ast.Starred)) for e in value.elts):
        raise Refusal("the queries of `multi_get` are listed elsewhere")
    return [(element, statement) for element in value.elts]


def _links(site: Site, element: ast.expr, listing: ast.stmt | None) -> tuple[list[Link], list[ast.stmt]]:
    """The links of one of the queries, and the statements that go: it is made in the list, or held by a variable."""
    if isinstance(element, ast.Name):
        links, statements, ends = built(site, element)
        if ends:
            raise Refusal("a query of `multi_get` is sent elsewhere as well")
        if any(link.condition is not None and link.name not in ("with_limit", "with_where") for link in links):
            raise Refusal("a query of `multi_get` is built under conditions")
    else:
        links, start = expression(site, element, listing)
        statements = [listing] if listing is not None else []
        if start is not None:
            raise Refusal("a query of `multi_get` is built elsewhere")
    if links[0].usage.symbol != "weaviate.gql.Query.get":
        raise Refusal("a query of `multi_get` is built elsewhere")
    return links, statements
