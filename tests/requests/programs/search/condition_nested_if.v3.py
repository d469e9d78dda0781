import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None, strict=False):
    query = client.query.get("Article", ["title"])
    if words:
        query = query.with_limit(2)
        if strict:
            query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
        else:
            query = query.with_where({"path": ["wordCount"], "operator": "GreaterThanEqual", "valueInt": words})
    return query.do()["data"]["Get"]["Article"]


print(search(200), search(200, True), search())
