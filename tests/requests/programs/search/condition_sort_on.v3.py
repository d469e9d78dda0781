import weaviate

client = weaviate.Client("http://localhost:8080")
def f(desc=False):
    q = client.query.get("Article", ["title"]).with_sort({"path": ["category"], "order": "asc"})
    if desc:
        q = q.with_sort({"path": ["wordCount"], "order": "desc"})
    return q.do()["data"]["Get"]["Article"]
print(f(), f(True))
