# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
uuid = "b0000000-0000-4000-8000-000000000001"

client.data_object.update({"age": 33}, class_name="Author", uuid=uuid)
client.data_object.replace({"name": "Ada"}, class_name="Author", uuid=uuid, vector=[1, 2.5])
client.data_object.delete(uuid, class_name="Author")
print(client.data_object.exists(uuid, class_name="Author"))
