import weaviate

client = weaviate.Client("http://localhost:8080")
def f():
    r = client.query.get("Article", ["title"]).with_limit(1).do()
    return locals()["r"]
print(f())
