# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
uuid = "b0000000-0000-4000-8000-000000000001"

client.collections.use("Author").data.update(properties={"age": 33}, uuid=uuid)
client.collections.use("Author").data.replace(properties={"name": "Ada"}, uuid=uuid, vector=[1, 2.5])
client.collections.use("Author").data.delete_by_id(uuid)
print(client.collections.use("Author").data.exists(uuid))
