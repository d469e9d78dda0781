import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query=["x"],
    limit=2,
    return_metadata=MetadataQuery(distance=True),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"], str(one.uuid), one.metadata.distance)
