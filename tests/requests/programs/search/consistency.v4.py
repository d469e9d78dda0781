import weaviate

client = weaviate.connect_to_local()

from weaviate.classes.config import ConsistencyLevel

result = client.collections.use("Article").with_consistency_level(ConsistencyLevel.QUORUM).query.fetch_objects(
    limit=2, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
