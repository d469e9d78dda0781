import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
n = 200
print([
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(
        filters=Filter.by_property("wordCount").equal(n), return_properties=["title"]
    ).objects
])
print([
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(
        filters=Filter.by_property("title").equal(f"{n}"), return_properties=["title"]
    ).objects
])
