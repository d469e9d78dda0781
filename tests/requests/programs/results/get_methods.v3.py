import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

objects = result.get("data", {}).get("Get", {}).get("Article", [])
for one in objects:
    print(one.get("title"), one.get("missing", "-"), one.get("_additional", {}).get("id"))
