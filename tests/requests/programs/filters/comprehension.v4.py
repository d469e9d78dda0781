import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.any_of(
        [Filter.by_property("wordCount").equal(words) for words in (100, 300)]
    ),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
