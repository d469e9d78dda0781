import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None):
    where = None
    if words is not None:
        where = {"path": ["wordCount"], "operator": "Equal", "valueInt": words}
    query = client.query.get("Article", ["title"])
    if where:
        query = query.with_where(where)
    return [one["title"] for one in query.do()["data"]["Get"]["Article"]]


print(search(), search(200))
