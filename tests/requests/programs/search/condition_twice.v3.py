import weaviate

client = weaviate.Client("http://localhost:8080")
def f(n=None, m=None):
    q = client.query.get("Article", ["title"])
    if n:
        q = q.with_limit(n)
    if m:
        q = q.with_limit(m)
    return q.do()["data"]["Get"]["Article"]
print(f(), f(1), f(1, 2), f(None, 2))
