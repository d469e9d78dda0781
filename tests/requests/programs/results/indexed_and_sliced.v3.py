import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

objects = result["data"]["Get"]["Article"]
print(objects[0]["title"], objects[-1]["title"])
for one in objects[1:]:
    print(one["title"])
