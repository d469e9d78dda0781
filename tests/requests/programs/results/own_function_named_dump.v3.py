import weaviate

client = weaviate.Client("http://localhost:8080")
def dump(x):
    x.clear()
hits = client.query.get("Article", ["title"]).with_limit(1).do()["data"]["Get"]["Article"]
dump(hits)
print(len(hits))
