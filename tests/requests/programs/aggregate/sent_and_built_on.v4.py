import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
a = client.collections.use("Article").aggregate.over_all(total_count=True)
b = client.collections.use("Article").aggregate.over_all(
    filters=Filter.by_property("wordCount").greater_than(200), total_count=True
)
print(a.total_count, b.total_count)
