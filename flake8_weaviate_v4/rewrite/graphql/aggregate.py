"""``client.query.aggregate(...)`` and its links -> one call of ``collection.aggregate``.

Read in ``weaviate.gql.aggregate`` of 3.26.7 and in ``weaviate.collections.aggregations`` of 4.x.
"""

from __future__ import annotations

import ast

from ...records import field, record
from ..code import Code, Item, call, call_of, join
from ..literal import constant, follow
from ..receiver import collection_of
from ..results import consumed
from ..search.chain import Chain, collected
from ..search.filters import filtered
from ..search.near import Search, search
from ..search.search import result_key
from ..search.selection import parsed
from ..search.settled import check_stays, check_unchanged, of_tenant, settle
from ..site import Site
from ..unit import Refusal
from .figures import Figures
from .metrics import Measured, measured
from .template import Template, template

_GROUPS = "weaviate.classes.aggregate"
_ORDER = "object_limit filters group_by total_count return_metrics".split()
_LINKS = frozenset({"with_where", "with_limit", "with_object_limit", "with_group_by_filter"})  # may stand under a condition


@record(eq=False)
class Aggregation:
    """An aggregation in the making: ``arguments`` by v4 name."""

    collection: Code = ""
    key: Code = ""  # under which v3 returned the figures
    name: object = None  # of the collection, where it is a literal
    search: Search | None = None
    arguments: dict[str, Item] = field(default_factory=dict)
    asked: Measured = field(default_factory=Measured)
    group: Code | None = None
    tenant: Code | None = None
    limited: bool = False  # whether limits are sent whatever else is: in GraphQL text

    def sends_limits(self) -> bool:
        """Whether limits are sent: v3's builder leaves them out where nothing else stands between the parentheses."""
        return self.limited or bool(self.search or self.group or self.tenant or "filters" in self.arguments)

    def take(self, items: list[Item]) -> None:
        """Add arguments, but for those of the search, which keeps its own."""
        if self.search is None or items is not self.search.items:
            self.arguments.update({item.name[:-1]: item for item in items})


def aggregated(site: Site, chain: Chain) -> Code:
    """An Aggregate query."""
    aggregation = Aggregation()
    given = chain.head.arguments()
    check_stays(site, chain.head)
    if "class_name" not in given:
        raise Refusal("the aggregation names no collection")
    name = given["class_name"]
    aggregation.collection, aggregation.key = name, result_key(site, name)
    value = constant(name)
    if isinstance(value, str):
        aggregation.name = value[:1].upper() + value[1:]
    tenants = [link for link in chain.links[1:-1] if link.name == "with_tenant" and link.condition is not None]
    aggregation.limited = bool(tenants)
    for link in chain.links[1:-1]:
        if link.usage.symbol.rpartition(".")[0] != "weaviate.gql.aggregate.AggregateBuilder":
            raise Refusal("a link of the query is not known")
        if link in tenants:
            continue
        if link.condition is not None and link.name not in _LINKS - {"with_group_by_filter"}:
            raise Refusal("what the query asks for depends on a condition")
        check_unchanged(site, link)
        items = step(site, aggregation, link.name, link.arguments(), link.call)
        if not items or link.name in ("with_fields", "with_group_by_filter"):
            check_stays(site, link)
        settle(site, link, items, aggregation.arguments)
        aggregation.take(items)
    head = Site(site.planner, chain.head.usage, site.unit)
    aggregation.collection = collection_of(head, aggregation.collection, aggregation.tenant)
    for link in tenants:
        aggregation.collection = of_tenant(site, link, aggregation.collection)
    return answered(site, aggregation)


def answered(site: Site, aggregation: Aggregation) -> Code:
    """The v4 call, with the consumers of its result."""
    view = Figures(site, aggregation.key, aggregation.asked, aggregation.group)
    return consumed(site, site.call, written(site, aggregation), view)


def step(site: Site, aggregation: Aggregation, name: str, given: dict[str, ast.expr], origin: ast.AST | None) -> list[Item]:
    """What a link of a builder (``with_where``) adds to the aggregation: the items that it gives the v4 call."""
    if name.startswith("with_near_") and name.removeprefix("with_near_") not in ("text", "vector", "object"):
        raise Refusal("v4 aggregates over no search by an image, audio or other media that works")
    if (found := search(site, name, given)) is not None:
        if aggregation.search is not None:
            raise Refusal("the aggregation has more than one search")
        found.items = [Item(i.value, i.name, i.origin or (None if isinstance(i.value, ast.AST) else origin)) for i in found.items]
        aggregation.search = found
        return found.items
    if name == "with_where":
        return [Item(filtered(site, given["content"]), "filters=", origin)]
    if name in ("with_limit", "with_object_limit"):
        return [Item(given["limit"], f"{name.removeprefix('with_')}=")]
    if name == "with_group_by_filter":
        paths = follow(site, given["properties"]).elements()
        if len(paths) != 1:
            raise Refusal("v4 groups by one property")
        aggregation.group = paths[0]
        return [Item(paths[0], "group_by=", origin)]
    if name == "with_meta_count":
        aggregation.asked.count = True
        aggregation.asked.order = ["meta", *(part for part in aggregation.asked.order if part != "meta")]
        return [Item("True", "total_count=", origin)]
    if name == "with_fields":
        text = template(site, given["field"])
        measured(text, aggregation.asked, parsed(text.text), aggregation.name)
        kept_comments(site, text)
        return [Item("", "return_metrics=", origin)]
    if name == "with_tenant":
        aggregation.tenant = given["tenant"]
        return []
    raise Refusal(f"`{name}` has no v4 equivalent")


def kept_comments(site: Site, text: Template) -> None:
    """Comments of GraphQL text that goes stay above the statement."""
    if text.goes:
        site.unit.before += [(site.statement(), comment) for comment in text.comments()]


def written(site: Site, aggregation: Aggregation) -> Code:
    """The v4 call. Raises Refusal where v4 can't ask for the same."""
    arguments, asked = dict(aggregation.arguments), aggregation.asked
    limit = arguments.pop("limit", None)
    if not aggregation.sends_limits():
        limit = None
        arguments.pop("object_limit", None)
    if aggregation.group is not None:
        code = call(site.use(_GROUPS, "GroupByAggregate"), prop=aggregation.group, limit=limit.value if limit is not None else None)
        arguments["group_by"] = Item(code, "group_by=", arguments["group_by"].origin)
    elif limit is not None:
        site.unit.doubt("a limit of an aggregation without groups is left out: it limits the number of groups")
    metrics = asked.returned(site)
    if not asked.count and metrics is None:
        raise Refusal("the aggregation asks for nothing")
    counted = arguments.get("total_count")
    arguments["total_count"] = Item("True" if asked.count else "False", "total_count=", counted.origin if counted else None)
    origin = arguments.pop("return_metrics", None)
    if metrics is not None:
        arguments["return_metrics"] = Item(metrics, "return_metrics=", origin.origin if origin is not None else None)
    found, items = aggregation.search, []
    if found is not None:
        items = list(found.items)
        bounds = {item.name for item in items} & {"certainty=", "distance="}
        if found.method != "hybrid" and not bounds and "object_limit" not in arguments:
            raise Refusal("v4 aggregates over a search only with `certainty`, `distance` or `object_limit`")
        if any(item.name == "fusion_type=" for item in items):
            raise Refusal("v4 has no `fusion_type` where it aggregates")
    elif "object_limit" in arguments:
        raise Refusal("an object limit without a search")
    items += [Item(arguments[n].value, f"{n}=", arguments[n].origin) for n in _ORDER if n in arguments]
    return call_of(join(aggregation.collection, f".aggregate.{found.method if found is not None else 'over_all'}"), items)


__all__ = ["Aggregation", "aggregated", "answered", "collected", "kept_comments", "step", "written"]
