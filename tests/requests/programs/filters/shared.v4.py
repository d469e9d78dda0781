import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

where = Filter.by_property("wordCount").equal(100)
result = client.collections.use("Article").query.fetch_objects(
    filters=where, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
result = client.collections.use("Article").query.bm25(
    query="fish", filters=where, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
