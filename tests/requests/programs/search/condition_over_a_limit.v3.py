import weaviate

client = weaviate.Client("http://localhost:8080")
def f(n=None):
    q = client.query.get("Article", ["title"]).with_limit(3)
    if n:
        q = q.with_limit(n)
    return q.do()["data"]["Get"]["Article"]
print(f(), f(1))
