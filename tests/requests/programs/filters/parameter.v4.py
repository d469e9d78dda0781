import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def _search(where, limit=2):
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=limit, filters=where, return_properties=["title"]
        ).objects
    ]


print(_search(Filter.by_property("wordCount").greater_than(200)))
print(_search(Filter.by_property("title").like("C*"), 1))
