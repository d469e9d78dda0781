import weaviate
from weaviate.data.replication import ConsistencyLevel

client = weaviate.Client("http://localhost:8080")

uuid = client.data_object.create(
    data_object={"title": "Hello", "tags": ["a", "b"]},
    class_name="Note",
    uuid="12345678-1234-4234-8234-123456789abc",
    vector=[0.1, 0.2, 0.3],
    consistency_level=ConsistencyLevel.ALL,
    tenant="tenantA",
)
print(uuid)
