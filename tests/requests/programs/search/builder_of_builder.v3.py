import weaviate

client = weaviate.Client("http://localhost:8080")


def _titles(client):
    return client.query.get("Article", ["title"])


def _page(client, number, size=1):
    return _titles(client).with_limit(size).with_offset(number * size)


print([one["title"] for one in _page(client, 1 + 1).do()["data"]["Get"]["Article"]])
print([one["title"] for one in _titles(client).with_limit(2).do()["data"]["Get"]["Article"]])
