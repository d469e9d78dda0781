import weaviate

client = weaviate.Client("http://localhost:8080")
def f(xs):
    print(client.query.get("Article", ["title"]).with_where({"path": ["scores"], "operator": "ContainsAny", "valueNumber": xs}).do()["data"]["Get"]["Article"])
f([1, 2])
f([0.5])
