import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

page = client.collections.use("Note").with_tenant("tenantA").with_consistency_level(ConsistencyLevel.ONE).query.fetch_objects()
print([note.properties["title"] for note in page.objects])
