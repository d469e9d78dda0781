import weaviate

client = weaviate.Client("http://localhost:8080")
hits = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(3).do()["data"]["Get"]["Article"]
for h in hits:
    for f in ("title", "_additional"):
        print(h[f])
