import weaviate
from weaviate.classes.config import ConsistencyLevel
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Note").with_tenant("tenantA").with_consistency_level(ConsistencyLevel.QUORUM).query.fetch_objects(
    return_metadata=MetadataQuery(creation_time=True, is_consistent=True), return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"], int(str(
        round(one.metadata.creation_time.timestamp() * 1000)
    )), one.metadata.is_consistent)
