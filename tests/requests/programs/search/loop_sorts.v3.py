import weaviate

client = weaviate.Client("http://localhost:8080")


def titles(paths):
    query = client.query.get("Article", ["title"]).with_limit(4)
    for path in paths:
        query = query.with_sort({"path": [path], "order": "asc"})
    return [article["title"] for article in query.do()["data"]["Get"]["Article"]]


print(titles([]))
print(titles(["wordCount"]))
print(titles(["wordCount", "title"]))
