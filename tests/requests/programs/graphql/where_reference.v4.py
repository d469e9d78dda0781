import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_ref_multi_target("hasAuthor", "Author").by_property("name").equal(
        "Ada Jones"
    ),
    return_properties=["title"],
)
print([article.properties["title"] for article in result.objects])
