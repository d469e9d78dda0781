import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = "b0000000-0000-4000-8000-000000000001"
print(client.data_object.exists(uuid, class_name="Author", consistency_level="QUORUM"))
client.data_object.update({"age": 4}, "Author", uuid, consistency_level="ONE")
