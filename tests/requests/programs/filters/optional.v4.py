import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None):
    where = None
    if words is not None:
        where = Filter.by_property("wordCount").equal(words)
    return [one.properties["title"] for one in client.collections.use("Article").query.fetch_objects(
        filters=where, return_properties=["title"]
    ).objects]


print(search(), search(200))
