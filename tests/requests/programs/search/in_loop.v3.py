import weaviate

client = weaviate.Client("http://localhost:8080")

for limit in (1, 2):
    result = client.query.get("Article", ["title"]).with_limit(limit).do()
    print([one["title"] for one in result["data"]["Get"]["Article"]])
