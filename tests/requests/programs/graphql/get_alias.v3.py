import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { first: Article(limit: 1) { title } } }")
print(result["data"]["Get"]["first"][0]["title"])
print(client.query.raw("{ Get { first: Article(limit: 1) { title } } }"))
