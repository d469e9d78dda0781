import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None, title=None):
    if words:
        filters = Filter.by_property("wordCount").greater_than(words)
    else:
        filters = Filter.by_property("title").like("C*")
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            filters=filters, return_properties=["title"]
        ).objects
    ]


print(search(200), search())
