import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

for number, one in enumerate(result["data"]["Get"]["Article"]):
    print(number, one["title"], one["_additional"]["id"])
