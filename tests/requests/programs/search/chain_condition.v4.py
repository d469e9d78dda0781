import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

def search(words=None, limit=None):
    filters = None
    if words:
        filters = Filter.by_property("wordCount").greater_than(words)
    return [one.properties["title"] for one in client.collections.use("Article").query.fetch_objects(
        limit=limit, filters=filters, return_properties=["title"]
    ).objects]


print(search(), search(200), search(100, 1))
