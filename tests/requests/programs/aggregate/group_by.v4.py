import weaviate
from weaviate.classes.aggregate import GroupByAggregate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    group_by=GroupByAggregate(prop="category"), total_count=True
)
for group in result.groups:
    print(group.total_count)
