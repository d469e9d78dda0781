import weaviate

client = weaviate.Client("http://localhost:8080")


def some(number):
    print("some", number)
    return number


def search(words=None):
    query = client.query.get("Article", ["title"]).with_limit(some(2)).with_offset(some(1))
    if words:
        query = query.with_limit(some(3)).with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": some(words)})
    return query.do()["data"]["Get"]["Article"]


print(search(), search(100))
