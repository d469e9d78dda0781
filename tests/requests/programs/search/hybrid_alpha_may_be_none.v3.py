import weaviate

client = weaviate.Client("http://localhost:8080")
def f(a=None):
    return client.query.get("Article", ["title"]).with_hybrid("cats", alpha=a).with_limit(1).do()["data"]["Get"]["Article"]
print(f(), f(0.2))
