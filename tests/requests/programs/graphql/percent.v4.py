# fix: --unsafe-fixes
import weaviate


def first(client: weaviate.WeaviateClient, text: str):
    return client.collections.use("Article").query.near_text(
        query=[text], certainty=0.5, return_properties=["title"]
    ).objects[0].properties["title"]


print(first(weaviate.connect_to_local(), "animals"))
