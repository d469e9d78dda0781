import weaviate

client = weaviate.Client("http://localhost:8080")

query = "{ Get { Article(limit: 1) { title } } }"
result = client.query.raw(query)
print(result["data"]["Get"]["Article"][0]["title"])

query = "{ Aggregate { Article { meta { count } } } }"
result = client.query.raw(query)
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
