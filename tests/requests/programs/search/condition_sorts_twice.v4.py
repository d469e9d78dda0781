import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()


def first(by_count, by_title):
    sort = None
    if by_count:
        sort = Sort.by_property("wordCount", ascending=False)
    if by_title:
        sort = (sort or Sort).by_property("title")
    sort = (sort or Sort).by_creation_time()
    return client.collections.use("Article").query.fetch_objects(
        limit=1, sort=sort, return_properties=["title"]
    ).objects[0].properties["title"]


print(first(True, True), first(True, False), first(False, True), first(False, False))
