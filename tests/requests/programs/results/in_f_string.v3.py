import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

for one in result["data"]["Get"]["Article"]:
    print(f"{one['title']}: {one['wordCount']} ({one['_additional']['id']})")
