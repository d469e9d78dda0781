import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = "12345678-1234-4234-8234-123456789abc"
with client.batch as batch:
    batch.add_data_object({"title": "a", "scores": [0.5, 1]}, "Article", uuid)
    batch.flush()
    print(client.data_object.exists(uuid, class_name="Article"))
    print(client.data_object.exists("b0000000-0000-4000-8000-000000000001", class_name="Author"))
