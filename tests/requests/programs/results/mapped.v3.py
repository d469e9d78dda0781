import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

print(list(map(lambda one: one["title"], result["data"]["Get"]["Article"])))
