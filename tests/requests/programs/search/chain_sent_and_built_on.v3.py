import weaviate

client = weaviate.Client("http://localhost:8080")
q = client.query.get("Article", ["title"])
q.with_limit(1)
a = q.do()
q.with_offset(1)
b = q.do()
print(a, b)
