import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_hybrid(query="fish", alpha=0.25, vector=[0.5, 0.25]).with_limit(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
