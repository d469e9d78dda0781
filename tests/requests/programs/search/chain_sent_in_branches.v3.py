import weaviate

client = weaviate.Client("http://localhost:8080")
def f(few):
    q = client.query.get("Article", ["title"])
    if few:
        r = q.with_limit(1).do()
    else:
        r = q.with_limit(2).do()
    return r
print(f(True), f(False))
