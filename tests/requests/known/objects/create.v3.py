import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = client.data_object.create({"title": "Hello", "wordCount": 3}, "Article")
print(uuid)
print(client.data_object.exists(uuid, class_name="Article"))
