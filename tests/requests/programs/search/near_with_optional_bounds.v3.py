import weaviate

client = weaviate.Client("http://localhost:8080")


def search(term, certainty=None, distance=None):
    near: dict = {"concepts": [term]}
    if certainty is not None:
        near["certainty"] = certainty
    if distance is not None:
        near["distance"] = distance
    response = client.query.get("Article", ["title"]).with_near_text(near).with_limit(2).do()
    return [article["title"] for article in response["data"]["Get"]["Article"]]


print(search("x"), search("x", certainty=0.25), search("x", distance=0.5))
near = {}
near["vector"] = [0.5, 0.25]
print(len(client.query.get("Article", ["title"]).with_near_vector(near).do()["data"]["Get"]["Article"]))
