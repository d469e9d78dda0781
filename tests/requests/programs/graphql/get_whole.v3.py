import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { Article(limit: 1) { title } } }")
print(result)
