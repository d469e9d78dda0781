import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_limit(2).do()
for i, h in enumerate(r["data"]["Get"]["Article"], start=1):
    print(i, h["title"])
for i, h in enumerate(r["data"]["Get"]["Article"], 1):
    print(i, h["title"])
