import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.create({"name": "Ada"}, "author")
