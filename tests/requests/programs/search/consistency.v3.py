import weaviate

client = weaviate.Client("http://localhost:8080")

from weaviate.data.replication import ConsistencyLevel

result = client.query.get("Article", ["title"]).with_consistency_level(ConsistencyLevel.QUORUM).with_limit(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
