import weaviate
from weaviate.classes.query import Filter, Metrics

client = weaviate.connect_to_local()


def count(words):
    filters = None
    if words is not None:
        filters = Filter.by_property("wordCount").greater_than(words)
    result = client.collections.use("Article").aggregate.over_all(filters=filters, total_count=True)
    return result.total_count


print(count(100), count(None))
mean = client.collections.use("Article").aggregate.over_all(
    total_count=True, return_metrics=Metrics("wordCount").integer(mean=True, maximum=True)
)
print(mean.properties["wordCount"].mean, mean.total_count)
