import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()
def f(desc=False):
    sort = Sort.by_property("category")
    if desc:
        sort = Sort.by_property("category").by_property("wordCount", ascending=False)
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            sort=sort, return_properties=["title"]
        ).objects
    ]
print(f(), f(True))
