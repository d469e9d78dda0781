import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = client.data_object.create({"title": "Hello"}, "Article", "12345678-1234-4234-8234-123456789abc")
print(uuid == "12345678-1234-4234-8234-123456789abc", {"id": uuid}, len(uuid))
