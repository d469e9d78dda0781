import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None, title=None):
    filters = None
    if words:
        filters = Filter.by_property("wordCount").greater_than(words)
    elif title:
        filters = Filter.by_property("title").like(title)
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            filters=filters, return_properties=["title"]
        ).objects
    ]


print(search(200), search(title="C*"), search())
