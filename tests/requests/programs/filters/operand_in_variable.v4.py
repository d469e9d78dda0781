import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

words = Filter.by_property("wordCount").less_than(400)
result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.all_of([words, Filter.by_property("published").equal(True)]),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
