import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

uuid = "b0000000-0000-4000-8000-000000000001"
print(client.collections.use("Author").with_consistency_level(ConsistencyLevel.QUORUM).data.exists(
    uuid
))
client.collections.use("Author").with_consistency_level(ConsistencyLevel.ONE).data.update(
    properties={"age": 4}, uuid=uuid
)
