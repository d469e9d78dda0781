import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_alias("found").with_limit(2).do()
for one in result["data"]["Get"]["found"]:
    print(one["title"])
