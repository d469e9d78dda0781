import weaviate

client = weaviate.Client("http://localhost:8080")
cls = "Article"
r = client.query.get(cls, ["title"]).with_limit(1).do()
cls = "Author"
print(r, cls)
