import weaviate
from weaviate.classes.query import Filter, Sort

client = weaviate.connect_to_local()


def _titles(where=None, sort=None, limit=3):
    return [article.properties["title"] for article in client.collections.use("Article").query.fetch_objects(
        limit=limit, filters=where, sort=sort, return_properties=["title"]
    ).objects]


def _newest(path):
    return _titles(sort=Sort.by_property(path), limit=1) + _titles(sort=Sort.by_property(path, ascending=False).by_property(
        "title"
    ))


print(_titles())
print(_newest("wordCount"))
by_title = Sort.by_property("title", ascending=False)
print(_titles(Filter.by_property("wordCount").greater_than(
    200
), by_title if client.is_ready() else None))
