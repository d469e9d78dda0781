import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2, return_metadata=MetadataQuery(creation_time=True, last_update_time=True), return_properties=["title"]
)
for one in result.objects:
    print(str(round(one.metadata.creation_time.timestamp() * 1000)), str(round(one.metadata.last_update_time.timestamp() * 1000)))
