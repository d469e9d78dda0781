import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(texts, words):
    for text in texts:
        if text:
            result = client.collections.use("Article").query.near_text(
                query=[text], limit=2, return_properties=["title"]
            )
        elif words:
            result = client.collections.use("Article").query.fetch_objects(
                limit=2, filters=Filter.by_property("wordCount").greater_than(words), return_properties=["title"]
            )
        else:
            continue
        print([hit.properties["title"] for hit in result.objects])


search(["rain", None], 200)
search([None], None)
