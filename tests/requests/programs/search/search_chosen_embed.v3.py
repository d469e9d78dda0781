import weaviate

client = weaviate.Client("http://localhost:8080")


def embed(text):
    return [float(len(text)), 0.5]


def search(text=None, limit=2):
    query = client.query.get("Article", ["title"])
    if text is not None and len(text) > 2:
        query = query.with_near_vector({"vector": embed(text)})
    else:
        query = query.with_sort({"path": ["title"], "order": "desc"})
    query = query.with_limit(limit)
    return query.do()["data"]["Get"]["Article"]


print(search("rain"), search())
