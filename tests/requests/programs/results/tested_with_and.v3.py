import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_limit(1).do()
hits = r["data"]["Get"]["Article"]
if hits and hits[0]["title"]:
    print("yes", len(hits))
t = hits[0]["title"] if hits and len(hits) > 0 else None
print(t)
