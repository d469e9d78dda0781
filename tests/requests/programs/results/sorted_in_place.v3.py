import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

objects = result["data"]["Get"]["Article"]
objects.sort(key=lambda one: -one["wordCount"])
print([one["title"] for one in objects])
