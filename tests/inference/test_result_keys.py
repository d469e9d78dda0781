"""What is taken of the results of v3 calls: the codes that are told of each key, and keys that nothing is told of."""

from __future__ import annotations

import pytest
from helpers import codes

CALLS = {
    "query": [
        'client.query.get("A", ["t"]).do()',
        'client.query.aggregate("A").with_meta_count().do()',
        "client.query.raw(q)",
        "client.query.multi_get([a]).do()",
    ],
    "page": ["client.data_object.get()"],
    "object": ["client.data_object.get_by_id(u)"],
    "schema": ["client.schema.get()"],
    "nodes": ["client.cluster.get_nodes_status()"],
    "items": ["client.batch.create_objects()", "client.batch.create_references()"],
    "deleted": ['client.batch.delete_objects("A", w)'],
}
KEYS = """
query: r["data"]["Get"]  # WV730
query: r["data"]["Aggregate"]  # WV731
query: r["data"]["Explore"]  # WV732
query: r["errors"]  # WV734
query: "errors" in r  # WV734
query: r["data"]["get"]
query: r["data"]["Get"]["A"][0]["t"]  # WV730
query: r["data"]["Get"]["A"][0]["_additional"]["id"]  # WV730 WV733
query: r["data"]["Get"]["A"][0]["t"]["u"]["_additional"]  # WV730 WV733
query: r["data"]["Get"]["A"][0]["t"][0]["_additional"]  # WV730 WV733
query: r["data"]["Explore"][0]["_additional"]  # WV732 WV733
query: r["data"]["Aggregate"]["A"][0]["meta"]  # WV731
query: r["data"]["Aggregate"]["A"][0]["_additional"]  # WV731 WV733
query: r.get("errors")  # WV734
query: r.pop("data")
query: r["id"]
query: r["vector"]
query: r["results"]
page: r["objects"]  # WV351
page: r["totalResults"]  # WV351
page: r["objects"][0]["id"]  # WV351 WV350
page: r["objects"][0]["properties"]["t"]  # WV351 WV350
page: r["objects"][0]["vector"]  # WV351 WV350
page: r["id"]  # WV350
page: r["properties"]  # WV350
page: r["class"]  # WV350
page: r["creationTimeUnix"]  # WV350
page: r["lastUpdateTimeUnix"]  # WV350
page: r["tenant"]  # WV350
page: r["other"]
page: r["objects"][0]["other"]  # WV351
page: [o["id"] for o in r["objects"]]  # WV350 WV351
page: r["errors"]
object: r["id"]  # WV350
object: r["properties"]  # WV350
object: r["vector"]  # WV350
object: r["class"]  # WV350
object: r["creationTimeUnix"]  # WV350
object: r["lastUpdateTimeUnix"]  # WV350
object: r["tenant"]  # WV350
object: r["other"]
object: r["objects"]
object: r.get("id")  # WV350
object: "vector" in r  # WV350
object: r.pop("vector")  # WV350
object: r["properties"]["id"]  # WV350
schema: r["classes"]  # WV256
schema: r["classes"][0]["class"]  # WV256
schema: r["classes"][0]["properties"]  # WV256
schema: r["classes"][0]["properties"][0]["name"]  # WV256
schema: r["classes"][0]["other"]  # WV256
schema: r["vectorizer"]  # WV256
schema: r["vectorIndexConfig"]  # WV256
schema: r["vectorIndexType"]  # WV256
schema: r["moduleConfig"]  # WV256
schema: r["invertedIndexConfig"]  # WV256
schema: r["replicationConfig"]  # WV256
schema: r["shardingConfig"]  # WV256
schema: r["multiTenancyConfig"]  # WV256
schema: r["description"]  # WV256
schema: r["name"]  # WV256
schema: r["other"]
schema: r["vectorIndexConfig"]["name"]  # WV256
schema: [c["class"] for c in r["classes"]]  # WV256 WV256
nodes: r[0]["name"]  # WV801
nodes: r[0]["status"]  # WV801
nodes: r[0]["version"]  # WV801
nodes: r[0]["gitHash"]  # WV801
nodes: r[0]["stats"]  # WV801
nodes: r[0]["shards"]  # WV801
nodes: r[0]["batchStats"]  # WV801
nodes: r[0]["other"]
nodes: [n["name"] for n in r]  # WV801
nodes: r["name"]
items: r[0]["result"]  # WV450
items: r[0]["result"]["errors"]  # WV450
items: r[0]["errors"]  # WV450
items: r[0]["id"]
items: r[0]["deprecations"]["errors"]  # WV450
items: [i for i in r if "errors" in i["result"]]  # WV450
items: r["result"]
deleted: r["results"]  # WV450
deleted: r["match"]  # WV450
deleted: r["output"]  # WV450
deleted: r["dryRun"]  # WV450
deleted: r["other"]
deleted: r["results"]["objects"]  # WV450
"""


@pytest.mark.parametrize("line", KEYS.strip().splitlines())
def test_keys(line: str) -> None:
    kind, _, rest = line.partition(": ")
    use, _, promised = rest.partition("  # ")
    for call in CALLS[kind]:
        text = f'import weaviate\nclient = weaviate.Client("u")\nr = {call}\n{use}\n'
        assert " ".join(code for number, code in codes(text) if number == 4) == promised
