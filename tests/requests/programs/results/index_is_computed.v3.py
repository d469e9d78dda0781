import weaviate

client = weaviate.Client("http://localhost:8080")
it = iter([0, 1, 2])
hits = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(3).do()["data"]["Get"]["Article"]
print(hits[next(it)])
