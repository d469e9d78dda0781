import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

where = Filter.all_of(
    [
        Filter.by_property("wordCount").greater_than(100),
        Filter.any_of(
            [
                Filter.by_property("category").equal("animals"),
                Filter.by_property("title").like("*food*"),
            ]
        ),
        Filter.by_property("published").equal(True),
    ]
)
result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
print([one.properties["title"] for one in result.objects])
