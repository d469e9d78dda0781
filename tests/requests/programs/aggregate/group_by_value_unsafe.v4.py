# fix: --unsafe-fixes
import weaviate
from weaviate.classes.aggregate import GroupByAggregate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    group_by=GroupByAggregate(prop="category"), total_count=True
)
counts = {group.grouped_by.value: group.total_count for group in result.groups}
print(counts)
