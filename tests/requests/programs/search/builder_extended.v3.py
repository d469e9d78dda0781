import weaviate

client = weaviate.Client("http://localhost:8080")


def _titles():
    return client.query.get("Article", ["title"])


def _page(query, size, number=0):
    return query.with_limit(size).with_offset(number * size)


def search(number):
    query = _titles()
    query = _page(query, 2, number)
    return query.do()["data"]["Get"]["Article"]


print(_page(_titles(), 2).do()["data"]["Get"]["Article"])
print(search(1))
