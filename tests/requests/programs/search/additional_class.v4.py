import weaviate

client = weaviate.connect_to_local()
from weaviate.classes.query import MetadataQuery

result = client.collections.use("Article").query.near_text(
    query=["x"],
    limit=2,
    return_metadata=MetadataQuery(certainty=True),
    return_properties=["title"],
)
for one in result.objects:
    print(str(one.uuid), one.metadata.certainty)
