import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_object(
    near_object="a0000000-0000-4000-8000-000000000001",
    certainty=0.9,
    return_metadata=MetadataQuery(certainty=True, last_update_time=True),
    return_properties=["title"],
)
for one in result.objects:
    print(str(one.uuid), one.metadata.certainty)
