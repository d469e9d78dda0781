# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def search(texts, limit, threshold=None):
    queries = []
    for number, text in enumerate(texts):
        near_text = {"concepts": [text]}
        query = (
            client.query.get("Article", ["title"])
            .with_near_text(near_text)
            .with_limit(limit)
            .with_additional(["id", "distance"])
            .with_alias(f"query_{number}")
        )
        queries.append(query)
    results = client.query.multi_get(queries).do()
    return [
        [(article["title"], article["_additional"]["distance"]) for article in found]
        for found in results["data"]["Get"].values()
    ]


print(search(["cats", "dogs"], 2))
paths = {"Article": "title", "Author": "name"}
queries = []
for name, path in paths.items():
    queries.append(client.query.get(name, [path]).with_limit(3).with_sort({"path": [path], "order": "asc"}).with_alias(f"all_{name}"))
if queries:
    for name, found in client.query.multi_get(queries).do()["data"]["Get"].items():
        print(name, len(found), found[0])
