import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { Article(limit: 1) { title } Author(limit: 1) { name } } }")
print(result["data"]["Get"]["Article"][0]["title"], result["data"]["Get"]["Author"][0]["name"])
