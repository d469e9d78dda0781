import weaviate

client = weaviate.Client("http://localhost:8080")

authors = ["b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"]
client.data_object.reference.update("a0000000-0000-4000-8000-000000000001", "mentions", authors, "Article", "Author")
client.data_object.reference.update("a0000000-0000-4000-8000-000000000002", "mentions", authors[0], "Article", ["Author"])
