import weaviate

client = weaviate.Client("http://localhost:8080")


def nothing():
    result = client.query.get("Article", ["title"]).with_limit(1).do()
    if "Article" in result["data"]["Get"]:
        return
    yield "missing"


print(list(nothing()))
