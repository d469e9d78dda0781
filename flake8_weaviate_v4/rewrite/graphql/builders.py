"""``.do()`` of the builders that are sent by the class ``GraphQL`` that they share: aggregations and ``multi_get``."""

from __future__ import annotations

from ..code import Code
from ..search.chain import Hidden, collected
from ..search.helpers import spread
from ..site import Site, rewrites
from .aggregate import aggregated
from .multi_get import gotten

_AGGREGATE, _MULTI_GET = "weaviate.gql.Query.aggregate", "weaviate.gql.Query.multi_get"


@rewrites("weaviate.gql.filter.GraphQL.do")
def do(site: Site) -> Code | None:
    """What v3 sends as GraphQL is one gRPC request of ``collection.aggregate``, or one for each query of ``multi_get``."""
    try:
        chain = collected(site, _AGGREGATE, _MULTI_GET)
    except Hidden as hidden:
        spread(site, hidden.node)
        return None
    several = chain.head.usage.symbol == _MULTI_GET
    code = gotten(site, chain) if several else aggregated(site, chain)
    for end in chain.ends:  # the statements that build the query go, so all that send it have to be rewritten
        other = Site(site.planner, end, site.unit)
        further = collected(other, chain.head.usage.symbol)
        site.unit.replaced[other.call] = (gotten if several else aggregated)(other, further)
        chain.statements += further.statements
    for statement in chain.statements:
        if statement not in site.unit.replaced:
            site.unit.removed[statement] = None
    return code
