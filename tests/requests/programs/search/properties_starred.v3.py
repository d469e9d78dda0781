import weaviate

client = weaviate.Client("http://localhost:8080")


PROPS = ["title", "url"]
MORE = ["id"]
print(len(PROPS), MORE)


def search():
    found = client.query.get("Article", [*PROPS, "summary"]).with_additional([*MORE, "distance"]).with_near_text({"concepts": ["a"]}).with_limit(1).do()
    hit = found["data"]["Get"]["Article"][0]
    return hit["summary"], hit["_additional"]["id"], hit["_additional"]["distance"]


print(search())
