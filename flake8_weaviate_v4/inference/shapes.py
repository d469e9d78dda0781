"""What v3 calls return as plain dictionaries and lists: which part is which.

Read from weaviate-client 3.26.7: its query builders return the server's GraphQL answer as it is, ``data_object`` and
``schema`` the server's REST answer.
"""

from __future__ import annotations

from ..records import NamedTuple

# What a v3 method hands out, by canonical symbol.
RETURNED: dict[str, str] = {
    "weaviate.gql.get.GetBuilder.do": "result",
    "weaviate.gql.filter.GraphQL.do": "result",
    "weaviate.gql.Query.raw": "result",
    "weaviate.data.DataObject.get": "page",
    "weaviate.data.DataObject.get_by_id": "object",
    "weaviate.schema.Schema.get": "schema",
    "weaviate.cluster.Cluster.get_nodes_status": "nodes",
    "weaviate.batch.Batch.create_objects": "batch-items",
    "weaviate.batch.Batch.create_references": "batch-items",
    "weaviate.batch.Batch.delete_objects": "deleted",
}


class Part(NamedTuple):
    """What a key leads to: the next shape (empty: nothing that is followed) and the shape that a rule speaks to."""

    next: str
    reported: str = ""


ANY = "*"  # any other key, or an element of a list
_OBJECT = dict.fromkeys(("properties", "id", "vector", "class", "creationTimeUnix", "lastUpdateTimeUnix", "tenant"), Part("", "object-dict"))
_CLASS = dict.fromkeys(
    """class properties vectorizer vectorIndexConfig vectorIndexType moduleConfig invertedIndexConfig replicationConfig
    shardingConfig multiTenancyConfig description""".split(), Part("schema", "schema-result"),
)  # fmt: skip
_NODE = dict.fromkeys("name status version gitHash stats shards batchStats".split(), Part("", "nodes-result"))
_DELETED = dict.fromkeys("results match output dryRun".split(), Part("", "batch-result"))

PARTS: dict[str, dict[str, Part]] = {
    "result": {"data": Part("data"), "errors": Part("", "errors-response")},
    "data": {
        "Get": Part("get", "get-response"),
        "Aggregate": Part("aggregate", "aggregate-response"),
        "Explore": Part("hits", "explore-response"),
    },
    "get": {ANY: Part("hits")},
    "hits": {ANY: Part("hit")},
    "hit": {"_additional": Part("additional", "additional"), ANY: Part("hit-value")},
    "hit-value": {ANY: Part("hit")},
    "additional": {},
    "aggregate": {ANY: Part("groups")},
    "groups": {ANY: Part("group")},
    "group": {ANY: Part("group")},
    "page": {"objects": Part("objects", "object-list"), "totalResults": Part("", "object-list"), **_OBJECT},
    "objects": {ANY: Part("object")},
    "object": _OBJECT,
    "schema": {"classes": Part("schemas", "schema-result"), **_CLASS, "name": Part("", "schema-result"), ANY: Part("schema")},
    "schemas": {ANY: Part("schema")},
    "nodes": {ANY: Part("node")},
    "node": _NODE,
    "batch-items": {ANY: Part("batch-item")},
    "batch-item": {"result": Part("batch-item", "batch-result"), "errors": Part("", "batch-result"), ANY: Part("batch-item")},
    "deleted": _DELETED,
}  # fmt: skip

# The keys that some rule speaks to: no other item needs a look.
TOLD = frozenset(key for parts in PARTS.values() for key, part in parts.items() if part.reported)


def part(kind: str, key: object) -> Part | None:
    """What ``key`` (None: an element, or a key that is not a literal) leads to in a shape."""
    parts = PARTS.get(kind, {})
    if isinstance(key, str) and key in parts:
        return parts[key]
    return parts.get(ANY)
