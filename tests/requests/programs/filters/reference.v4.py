import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_ref_multi_target("hasAuthor", "Author").by_property("name").equal(
        "Ann"
    ),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
