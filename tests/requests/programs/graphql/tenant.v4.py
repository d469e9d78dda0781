import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

result = client.collections.use("Note").with_tenant("tenantA").with_consistency_level(ConsistencyLevel.ONE).query.fetch_objects(
    return_properties=["title"]
)
print([note.properties["title"] for note in result.objects])
