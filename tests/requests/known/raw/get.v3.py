import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { Article(limit: 2 bm25: {query: \"cats\"}) { title _additional { score } } } }")
print([one["title"] for one in result["data"]["Get"]["Article"]])
