import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("query Titles { Get { Article(limit: 1) { title } } }")
print(result["data"]["Get"]["Article"][0]["title"])
