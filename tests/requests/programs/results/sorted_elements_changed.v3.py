import weaviate

client = weaviate.Client("http://localhost:8080")
hits = client.query.get("Article", ["title"]).with_limit(3).do()["data"]["Get"]["Article"]
for n, h in enumerate(sorted(hits, key=lambda h: h["title"])):
    h["rank"] = n
print(hits)
