# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = client.data_object.create({"title": "Hello"}, "Article", "12345678-1234-4234-8234-123456789abc")
print(f"made {uuid}")
client.data_object.update({"title": "Bye"}, "Article", uuid)
client.data_object.delete(uuid=uuid, class_name="Article")
