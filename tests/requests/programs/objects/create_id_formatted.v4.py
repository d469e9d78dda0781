# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

uuid = client.collections.use("Article").data.insert(
    properties={"title": "Hello"}, uuid="12345678-1234-4234-8234-123456789abc"
)
print(f"made {uuid}")
client.collections.use("Article").data.update(properties={"title": "Bye"}, uuid=uuid)
client.collections.use("Article").data.delete_by_id(uuid=uuid)
