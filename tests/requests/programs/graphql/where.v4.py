import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.fetch_objects(
    filters=Filter.all_of(
        [
            Filter.by_property("wordCount").greater_than(100),
            Filter.any_of(
                [
                    Filter.by_property("category").equal("animals"),
                    Filter.by_property("title").like("*food*"),
                ],
            ),
        ],
    ),
    return_properties=["title"],
).objects:
    print(article.properties["title"])
