import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.all_of(
        [
            Filter.by_property("price").greater_or_equal(1.0),
            Filter.by_property("published").equal(True),
            Filter.by_property("tags").contains_any(["animals", "science"]),
            Filter.by_property("publicationDate").less_than("2024-01-01T00:00:00Z"),
        ],
    ),
    return_properties=["title"],
)
print([article.properties["title"] for article in result.objects])
