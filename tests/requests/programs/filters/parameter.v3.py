import weaviate

client = weaviate.Client("http://localhost:8080")


def _search(where, limit=2):
    return client.query.get("Article", ["title"]).with_where(where).with_limit(limit).do()["data"]["Get"]["Article"]


print(_search({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 200}))
print(_search({"path": ["title"], "operator": "Like", "valueText": "C*"}, 1))
