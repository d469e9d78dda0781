import weaviate

client = weaviate.Client("http://localhost:8080")


def count(conditions, limits):
    query = client.query.get("Article", ["title"]).with_limit(10)
    for path, value in conditions.items():
        if value is None:
            continue
        query = query.with_where({"path": [path], "operator": "Equal", "valueText": value})
    for limit in limits:
        if limit > 2:
            query = query.with_limit(limit)
            break
    return len(query.do()["data"]["Get"]["Article"])


print(count({}, []))
print(count({"title": "Alpha", "url": None}, [1, 3, 4]))
