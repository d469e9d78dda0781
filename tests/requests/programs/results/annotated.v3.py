import weaviate

client = weaviate.Client("http://localhost:8080")
r: dict = client.query.get("Article", ["title"]).with_limit(1).do()
hits: list = r["data"]["Get"]["Article"]
print(hits[0]["title"])
