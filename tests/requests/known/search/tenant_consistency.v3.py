import weaviate
from weaviate.data.replication import ConsistencyLevel

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Note", ["title"])
    .with_tenant("tenantA")
    .with_consistency_level(ConsistencyLevel.QUORUM)
    .with_additional(["creationTimeUnix", "isConsistent"])
    .do()
)
for one in result["data"]["Get"]["Note"]:
    print(one["title"], int(one["_additional"]["creationTimeUnix"]), one["_additional"]["isConsistent"])
