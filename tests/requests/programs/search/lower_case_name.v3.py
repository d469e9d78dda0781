import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("article", ["title"]).with_limit(1).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
