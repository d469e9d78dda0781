import weaviate
from weaviate.classes.aggregate import GroupByAggregate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

for group in client.collections.use("Article").aggregate.over_all(
    group_by=GroupByAggregate(prop="category", limit=2),
    total_count=True,
    return_metrics=Metrics("wordCount").integer(mean=True),
).groups:
    print(group.total_count, group.properties["wordCount"].mean)
