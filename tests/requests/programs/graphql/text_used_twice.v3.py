import weaviate

client = weaviate.Client("http://localhost:8080")

query = "{ Get { Article(limit: 1) { title } } }"
print(query)
print(client.query.raw(query)["data"]["Get"]["Article"][0]["title"])
