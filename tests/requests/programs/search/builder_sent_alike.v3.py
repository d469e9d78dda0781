import weaviate

client = weaviate.Client("http://localhost:8080")


def _articles(limit, longest=None, *, title=""):
    # the newest come first
    query = client.query.get("Article", ["title", "wordCount"]).with_limit(limit)
    if title:
        return query.with_where({"path": ["title"], "operator": "Equal", "valueText": title})
    for each in longest or []:
        query = query.with_where({"path": ["wordCount"], "operator": "LessThan", "valueInt": each})
    return query


def titles(limit):
    found = _articles(limit).do()
    return [article["title"] for article in found["data"]["Get"]["Article"]]


print(titles(2))
print(len(_articles(5, [300]).do()["data"]["Get"]["Article"]))
for article in _articles(1, title="Slow food").do()["data"]["Get"]["Article"]:
    print(article["title"], article["wordCount"])
