import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

uuid = client.collections.use("Note").with_tenant("tenantA").with_consistency_level(ConsistencyLevel.ALL).data.insert(
    properties={"title": "Hello", "tags": ["a", "b"]},
    uuid="12345678-1234-4234-8234-123456789abc",
    vector=[0.1, 0.2, 0.3],
)
print(uuid)
