import weaviate

client = weaviate.Client("http://localhost:8080")


def _titles(where=None, sort=None, limit=3):
    query = client.query.get("Article", ["title"]).with_limit(limit)
    if where:
        query = query.with_where(where)
    if sort:
        query = query.with_sort(sort)
    return [article["title"] for article in query.do()["data"]["Get"]["Article"]]


def _newest(path):
    return _titles(sort={"path": [path], "order": "asc"}, limit=1) + _titles(sort=[
        {"path": [path], "order": "desc"},
        {"path": ["title"], "order": "asc"},
    ])


print(_titles())
print(_newest("wordCount"))
by_title = {"path": ["title"], "order": "desc"}
print(_titles({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 200}, by_title if client.is_ready() else None))
