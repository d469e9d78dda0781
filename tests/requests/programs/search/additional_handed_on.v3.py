import weaviate

client = weaviate.Client("http://localhost:8080")


def _first(name, fields, more="vector"):
    query = client.query.get(name, ["title"]).with_additional(fields).with_limit(1)
    query = query.with_additional(more)
    return query.do()["data"]["Get"][name][0]


print(_first("Article", ["id"])["title"])
article = _first("Article", fields=["id"])
print(article["_additional"]["id"], article["_additional"]["vector"][:2])
