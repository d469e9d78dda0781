import weaviate
from weaviate.classes.query import Filter, Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    filters=Filter.by_property("wordCount").greater_than(100),
    total_count=False,
    return_metrics=[
        Metrics("wordCount").integer(mean=True, maximum=True),
        Metrics("category").text(top_occurrences_count=True, top_occurrences_value=True, limit=2),
        Metrics("published").boolean(total_true=True),
    ],
)
print(result.properties["wordCount"].mean, result.properties["wordCount"].maximum, result.properties["published"].total_true)
for top in result.properties["category"].top_occurrences:
    print(top.value, top.count)
