# fix: --unsafe-fixes
import weaviate


def titles(client: weaviate.WeaviateClient, text: str, number: int):
    response = client.collections.use("Article").query.near_text(
        query=[text], limit=number, return_properties=["title"]
    )
    return [article.properties["title"] for article in response.objects]


print(titles(weaviate.connect_to_local(), "animals", 2))
