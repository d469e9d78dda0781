import weaviate

client = weaviate.Client("http://localhost:8080")
hits = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(2).do()["data"]["Get"]["Article"]
first = hits[0]
print([h is first for h in hits])
print(hits[0] is hits[0], hits is hits)
