import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

where = Filter.all_of(
    [
        Filter.by_property("wordCount").greater_than(100),
        Filter.by_property("category").equal("animals"),
    ],
)
result = client.collections.use("Article").aggregate.over_all(
    filters=where, total_count=True
)
print(result.total_count)
