# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def titles(orders, reverse=False):
    query = client.query.get("Article", ["title", "wordCount"])
    query.with_sort({"path": ["wordCount"], "order": "desc" if reverse else "asc"})
    for path, order in orders.items():
        if path != "wordCount":
            query.with_sort([{"path": [path], "order": order}, {"path": ["_id"], "order": "asc"}])
    query.with_limit(5)
    return [article["title"] for article in query.do()["data"]["Get"]["Article"]]


print(titles({"title": "desc", "wordCount": "asc"}))
print(titles({}, reverse=True))
