import weaviate

client = weaviate.Client("http://localhost:8080")


ADDITIONAL = ["id"]


def search():
    found = client.query.get("Article", ["title"]).with_additional(ADDITIONAL + ["distance"]).with_near_text({"concepts": ["a"]}).with_limit(1).do()
    return found["data"]["Get"]["Article"][0]["_additional"]["distance"]


print(search())
