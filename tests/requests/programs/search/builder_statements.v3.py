import weaviate

client = weaviate.Client("http://localhost:8080")


def _articles(name, limit=None, newest=False):
    """A query."""
    fields = ["title", "wordCount"]
    query = client.query.get(name, fields)
    query = query.with_additional(["id"])
    if limit is not None:
        query = query.with_limit(limit)
    if newest:
        query = query.with_sort({"path": ["_creationTimeUnix"], "order": "desc"})
    return query


found = _articles("Article").with_where({"path": ["title"], "operator": "Like", "valueText": "*s*"}).do()
print(len(found["data"]["Get"]["Article"]))
for article in _articles("Article", 2, newest=True).do()["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["id"])


def show(limit):
    fields = {"title": 30, "wordCount": 5}
    response = _articles("Article", limit).do()
    for article in response["data"]["Get"]["Article"]:
        print([str(article[name])[:width] for name, width in fields.items()])


show(3)
show(None)
