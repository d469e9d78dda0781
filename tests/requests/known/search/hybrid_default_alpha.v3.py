import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_hybrid("fish").with_limit(2).do()
print([one["title"] for one in result["data"]["Get"]["Article"]])
