import weaviate

client = weaviate.Client("http://localhost:8080")

def search(words=None, limit=None):
    query = client.query.get("Article", ["title"])
    if words:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    if limit is not None:
        query = query.with_limit(limit)
    return [one["title"] for one in query.do()["data"]["Get"]["Article"]]


print(search(), search(200), search(100, 1))
