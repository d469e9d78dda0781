import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

found = []
for one in result["data"]["Get"]["Article"]:
    found.append(one)
print([one["title"] for one in found])
