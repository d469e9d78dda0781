import weaviate

client = weaviate.Client("http://localhost:8080")
def bump(h):
    h["n"] = h.get("n", 0) + 1
    print(h["n"])
for h in client.query.get("Article", ["title"]).with_limit(1).do()["data"]["Get"]["Article"]:
    for _ in range(2):
        bump(h)
