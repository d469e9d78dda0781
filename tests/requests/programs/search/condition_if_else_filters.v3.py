import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None, title=None):
    query = client.query.get("Article", ["title"])
    if words:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    else:
        query = query.with_where({"path": ["title"], "operator": "Like", "valueText": "C*"})
    return query.do()["data"]["Get"]["Article"]


print(search(200), search())
