import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_ref_multi_target("hasAuthor", "Author").by_id().equal(
        "b0000000-0000-4000-8000-000000000001"
    ),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
