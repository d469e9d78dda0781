"""``client.query.get(...)`` and its links -> one call of ``collection.query`` or ``collection.generate``."""

from __future__ import annotations

import ast

from ...inference.values import Text
from ...records import field, record
from ..code import Code, Item, call_of, join
from ..literal import constant
from ..receiver import collection_of
from ..results import consumed
from ..site import Site, pure, rewrites
from ..unit import Refusal
from .branches import Branched, chosen
from .chain import Chain, Hidden, Link, collected
from .filters import filtered
from .helpers import spread
from .near import Search, search
from .query_views import Response
from .selection import Selected, additional, returned, selected
from .settled import check_stays, check_unchanged, drop_initial, goes_on_from, of_tenant, settle, stays_the_same
from .sorting import grouped_by, sorted_by

_GET = "weaviate.gql.Query.get"
_PLAIN = {"with_limit": "limit", "with_offset": "offset", "with_autocut": "auto_limit", "with_after": "after"}
# Arguments of the methods, in the order in which they are written.
_ORDER = (
    "limit offset after auto_limit filters sort group_by rerank include_vector return_metadata return_properties return_references"
).split()
_ONLY_FETCH = frozenset({"after", "sort"})  # what v4 has for ``fetch_objects`` alone


@record(eq=False)
class Query:
    """A query in the making: ``arguments`` by v4 name."""

    collection: Code = ""
    key: Code = ""  # under which v3 returned the objects
    search: Search | None = None
    arguments: dict[str, Item] = field(default_factory=dict)
    fields: Selected = field(default_factory=Selected)
    tenant: Code | None = None
    consistency: Code | None = None

    def take(self, items: list[Item]) -> None:
        """Add arguments, but for those of the search, which keeps its own."""
        if self.search is None or items is not self.search.items:
            self.arguments.update({item.name[:-1]: item for item in items})


@rewrites("weaviate.gql.get.GetBuilder.do")
def get(site: Site) -> Code | None:
    """A Get query: what v3 sends as GraphQL is one gRPC search request in v4."""
    try:
        chain = collected(site, _GET)
    except Hidden as hidden:
        spread(site, hidden.node)
        return None
    code = _sent(site, chain)
    for end in chain.ends:  # the statements that build the query go, so all that send it have to be rewritten
        other = Site(site.planner, end, site.unit)
        further = collected(other, _GET)
        site.unit.replaced[other.call] = _sent(other, further)
        chain.statements += further.statements
    for statement in chain.statements:
        if statement not in site.unit.replaced:
            site.unit.removed[statement] = None
    for branch in {link.condition for link in chain.links if isinstance(link.condition, ast.If)}:
        if pure(branch.test) and not branch.orelse and all(each in site.unit.removed for each in branch.body):
            site.unit.removed[branch] = None
    return code


def _sent(site: Site, chain: Chain) -> Code:
    if (branch := chosen(chain)) is not None:
        return _in_branches(site, Branched(site, chain, branch, stays_the_same))
    query = queried(site, chain.links[:-1])
    return consumed(site, site.call, written(site, query), Response(site, query.key, query.fields))


def _in_branches(site: Site, branched: Branched) -> Code:
    """A query that is sent in the branches that choose its search: the response is in a variable then."""
    name, statement = site.free_name("response"), branched.statement
    query = queried(site, [branched.chain.head])
    for link in branched.chain.links[1:-1]:
        if link.condition is None:
            step(site, query, link.name, link.arguments(), link.call)
    code = consumed(site, site.call, name, Response(site, query.key, query.fields))
    if code == name and isinstance(statement, ast.Assign) and statement.value is site.call and isinstance(statement.targets[0], ast.Name):
        target = statement.targets[0].id if len(statement.targets) == 1 else name
    else:
        target = name
    sent = branched.write(target, lambda place, links: written(place, queried(place, links)))
    if target == name:
        if branched.moves:
            site.unit.before.append((statement, sent))
    elif branched.moves:
        site.unit.replaced[statement] = sent
    else:
        site.unit.removed[statement] = None
    return code


def queried(site: Site, links: list[Link]) -> Query:
    """The query that the links of a builder make."""
    query = Query()
    given = links[0].arguments()
    check_stays(site, links[0])
    check_unchanged(site, links[0])
    if "class_name" not in given:
        raise Refusal("the query names no collection")
    name = given["class_name"]
    query.collection, query.key = name, result_key(site, name)
    head = Site(site.planner, links[0].usage, site.unit)
    query.fields = selected(site, given.get("properties"))
    value = constant(name)
    query.fields.collection = value[:1].upper() + value[1:] if isinstance(value, str) else None
    tenants = [link for link in links[1:] if link.name == "with_tenant" and link.condition is not None]
    for link in links[1:]:
        if link.usage.symbol.rpartition(".")[0] != "weaviate.gql.get.GetBuilder":
            raise Refusal("a link of the query is not known")
        if link not in tenants:
            _link(site, query, link)
    query.collection = collection_of(head, query.collection, query.tenant, query.consistency)
    for link in links:
        if link.condition is not None:
            drop_initial(site, link.condition)
    for link in tenants:
        query.collection = of_tenant(site, link, query.collection)
    return query


def result_key(site: Site, name: ast.expr) -> Code:
    """The key under which v3 returned what it found in the collection of this name, which it wrote with a capital."""
    known = [value.text for value in site.engine.values(site.module, name) if isinstance(value, Text)]
    capital = [text[:1].upper() + text[1:] for text in known]
    if isinstance(constant(name), str) or (len(known) == 1 and known != capital and isinstance(name, ast.Name)):
        return site.string(capital[0])
    if known != capital:
        site.unit.doubt("the name of the collection may begin with a small letter, which v3 wrote as a capital")
    return name


def _link(site: Site, query: Query, link: Link) -> None:
    if link.condition is not None and link.name not in (*_PLAIN, "with_where", "with_sort", "with_group_by"):
        raise Refusal("what the query asks for depends on a condition")
    check_unchanged(site, link)
    if link.name == "with_sort":
        start = goes_on_from(site, link, query.arguments.get("sort"))
        items = [Item(sorted_by(site, start, link.arguments()["content"]), "sort=", link.call)]
    else:
        items = step(site, query, link.name, link.arguments(), link.call)
    if not items:
        check_stays(site, link)
    settle(site, link, items, query.arguments)
    query.take(items)


def _first(given: dict[str, ast.expr]) -> ast.expr:
    for node in given.values():
        return node
    raise Refusal("its argument is not given")


def step(site: Site, query: Query, name: str, given: dict[str, ast.expr], origin: ast.AST | None) -> list[Item]:
    """What a link of a builder (``with_limit``) adds to the query: the items that it gives the v4 call."""
    if (found := search(site, name, given)) is not None:
        if query.search is not None:
            raise Refusal("the query has more than one search")
        found.items = [Item(i.value, i.name, i.origin or (None if isinstance(i.value, ast.AST) else origin)) for i in found.items]
        query.search = found
        return found.items
    if name in _PLAIN:
        return [Item(_first(given), f"{_PLAIN[name]}=")]
    if name == "with_where":
        return [Item(filtered(site, given["content"]), "filters=", origin)]
    if name == "with_sort":
        before = query.arguments.get("sort")
        return [Item(sorted_by(site, before.value if before is not None else None, given["content"]), "sort=", origin)]
    if name == "with_group_by":
        return [Item(grouped_by(site, given), "group_by=", origin)]
    if name == "with_additional":
        additional(site, query.fields, _first(given))
    elif name == "with_generate":
        for key, node in given.items():
            if not (isinstance(node, ast.Constant) and node.value is None):
                query.fields.generated[key] = node
        query.fields.additional["generate"] = None
    elif name == "with_tenant":
        query.tenant = given["tenant"]
    elif name == "with_consistency_level":
        query.consistency = site.consistency(given["consistency_level"])
    elif name == "with_alias":
        query.key = given["alias"]
    else:
        raise Refusal(f"`{name}` has no v4 equivalent")
    return []


def written(site: Site, query: Query) -> Code:
    """The v4 call. Raises Refusal where the method has no such argument."""
    method = query.search.method if query.search is not None else "fetch_objects"
    if method not in ("bm25", "hybrid") and query.fields.additional.keys() & {"score", "explainScore"}:
        raise Refusal("a score of a query that searches for no keywords")
    arguments = dict(query.arguments)
    if query.fields.group is not None:  # gRPC returns the query's own properties of a group's members
        query.fields.additional = {n: None for n in query.fields.group.additional if n != "id"}
        inner, own = query.fields.group, query.fields
        own.names, own.shown = inner.names or own.names, inner.shown or own.shown
        own.references = inner.references or own.references
    for name, code in returned(site, query.fields).items():
        arguments[name] = Item(code, f"{name}=")
    if method != "fetch_objects" and arguments.keys() & _ONLY_FETCH:
        raise Refusal("v4 sorts and goes on `after` an object only in `fetch_objects`")
    if method == "fetch_objects" and arguments.keys() & {"auto_limit", "group_by", "rerank"}:
        raise Refusal("v4 has `auto_limit`, `group_by` and `rerank` only for searches")
    items = list(query.search.items) if query.search is not None else []
    items += [Item(code, f"{name}=") for name, code in query.fields.generated.items()]
    items += [Item(arguments[n].value, f"{n}=", arguments[n].origin) for n in _ORDER if n in arguments]
    part = "generate" if query.fields.generated else "query"
    return call_of(join(query.collection, f".{part}.{method}"), items)
