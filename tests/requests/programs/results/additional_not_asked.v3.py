import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(1).do()
h = r["data"]["Get"]["Article"][0]
print(h["_additional"].get("distance"), h["_additional"].get("distance", 9), h["_additional"].get("id"))
