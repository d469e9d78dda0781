import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None, strict=False):
    limit = None
    filters = None
    if words:
        limit = 2
        if strict:
            filters = Filter.by_property("wordCount").greater_than(words)
        else:
            filters = Filter.by_property("wordCount").greater_or_equal(words)
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=limit, filters=filters, return_properties=["title"]
        ).objects
    ]


print(search(200), search(200, True), search())
