import weaviate

client = weaviate.Client("http://localhost:8080")
hits = client.query.get("Article", ["title"]).with_limit(2).do()["data"]["Get"]["Article"]
def add(x):
    x.append({"title": "more"})
    print(len(x))
for i in range(2):
    add(hits)
