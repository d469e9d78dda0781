import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_limit(3).do()
for name, items in r["data"]["Get"].items():
    items.reverse()
print(r["data"]["Get"]["Article"][0]["title"])
