import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.update({"summary": None, "title": "New"}, "Article", "a0000000-0000-4000-8000-000000000001")
