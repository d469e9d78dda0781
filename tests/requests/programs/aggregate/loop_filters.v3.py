import weaviate

client = weaviate.Client("http://localhost:8080")


def count(conditions):
    query = client.query.aggregate("Article").with_meta_count()
    for path, value in conditions.items():
        if value:
            query = query.with_where({"path": [path], "operator": "Equal", "valueText": value})
    return query.do()["data"]["Aggregate"]["Article"][0]["meta"]["count"]


print(count({}), count({"title": "Slow food", "url": ""}), count({"title": ""}))
