import weaviate

client = weaviate.connect_to_local()


def search(term, certainty=None, distance=None):
    near: dict = {"concepts": [term]}
    if certainty is not None:
        near["certainty"] = certainty
    if distance is not None:
        near["distance"] = distance
    response = client.collections.use("Article").query.near_text(
        query=near["concepts"],
        certainty=near.get("certainty"),
        distance=near.get("distance"),
        limit=2,
        return_properties=["title"],
    )
    return [article.properties["title"] for article in response.objects]


print(search("x"), search("x", certainty=0.25), search("x", distance=0.5))
near = {}
near["vector"] = [0.5, 0.25]
print(len(client.collections.use("Article").query.near_vector(
    near_vector=near["vector"], return_properties=["title"]
).objects))
