import weaviate

client = weaviate.Client("http://localhost:8080")


def _with_title(query, title):
    if title:
        query = query.with_where({"path": ["title"], "operator": "Equal", "valueText": title})
    return query


def _paged(query, page, size=2):
    if page:
        query.with_offset(page * size)
    query.with_limit(size)
    return query


def titles(title, page):
    query = client.query.get("Article", ["title"])
    query = _with_title(query, title)
    query = _paged(query, page)
    result = query.do()
    return [article["title"] for article in result["data"]["Get"]["Article"]]


print(titles("", 0), titles("", 1), titles("Slow food", 0))
query = _paged(client.query.get("Article", ["title"]), 0, 4).with_sort({"path": ["title"], "order": "asc"})
print(query.do()["data"]["Get"]["Article"][0])
first = _with_title(client.query.get("Article", ["wordCount"]).with_limit(1), "Slow food").do()
print(first["data"]["Get"]["Article"])
