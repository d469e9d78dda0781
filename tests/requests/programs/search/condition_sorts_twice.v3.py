import weaviate

client = weaviate.Client("http://localhost:8080")


def first(by_count, by_title):
    query = client.query.get("Article", ["title"])
    if by_count:
        query = query.with_sort({"path": ["wordCount"], "order": "desc"})
    if by_title:
        query = query.with_sort({"path": ["title"], "order": "asc"})
    query = query.with_sort({"path": ["_creationTimeUnix"], "order": "asc"})
    return query.with_limit(1).do()["data"]["Get"]["Article"][0]["title"]


print(first(True, True), first(True, False), first(False, True), first(False, False))
