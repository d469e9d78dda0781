"""``ConsistencyLevel``, which v4 has in ``weaviate.classes.config``."""

from __future__ import annotations

from ..code import Code
from ..moved import moves
from ..site import Site, rewrites

moves("weaviate.ConsistencyLevel", "weaviate.classes.config", "ConsistencyLevel")


@rewrites("weaviate.ConsistencyLevel.ALL", "weaviate.ConsistencyLevel.ONE", "weaviate.ConsistencyLevel.QUORUM")
def member(site: Site) -> Code | None:
    """The members are the same: the rewrite of the class speaks for them."""
    return None
