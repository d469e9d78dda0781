import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(text, hybrid=False, words=None):
    filters = None
    if words:
        filters = Filter.by_property("wordCount").greater_than(words)
    if hybrid:
        result = client.collections.use("Article").query.hybrid(
            query=text, alpha=0.5, limit=2, filters=filters, return_properties=["title"]
        )
    else:
        result = client.collections.use("Article").query.near_text(
            query=[text], limit=2, filters=filters, return_properties=["title"]
        )
    return [hit.properties["title"] for hit in result.objects]


print(search("rain"), search("rain", True, 200))
