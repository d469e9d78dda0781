import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Author").query.fetch_objects(
    filters=Filter.by_ref_multi_target("wroteArticles", "Article").by_ref_multi_target("inPublication", "Publication").by_property("name").like(
        "*a*"
    ),
    return_properties=["name"],
)
for one in result.objects:
    print(one.properties["name"])
