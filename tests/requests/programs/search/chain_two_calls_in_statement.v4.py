import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def some(number):
    print("some", number)
    return number


def search(words=None):
    limit = some(2)
    offset = some(1)
    filters = None
    if words:
        limit = some(3)
        filters = Filter.by_property("wordCount").greater_than(some(words))
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=limit, offset=offset, filters=filters, return_properties=["title"]
        ).objects
    ]


print(search(), search(100))
