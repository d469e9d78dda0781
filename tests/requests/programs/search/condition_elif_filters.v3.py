import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None, title=None):
    query = client.query.get("Article", ["title"])
    if words:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    elif title:
        query = query.with_where({"path": ["title"], "operator": "Like", "valueText": title})
    return query.do()["data"]["Get"]["Article"]


print(search(200), search(title="C*"), search())
