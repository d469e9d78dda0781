import weaviate

client = weaviate.Client("http://localhost:8080")
cls = "article"
r = client.query.get(cls, ["title"]).with_limit(1).do()
print(r)
