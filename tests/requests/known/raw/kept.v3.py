import weaviate

client = weaviate.Client("http://localhost:8080")

fields = "title wordCount"
print(client.query.raw("{ Get { Article(limit: 1) { " + fields + " } } }")["data"]["Get"]["Article"])
