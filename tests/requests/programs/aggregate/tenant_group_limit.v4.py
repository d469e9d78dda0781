# fix: --unsafe-fixes
import weaviate
from weaviate.classes.aggregate import GroupByAggregate

client = weaviate.connect_to_local()

result = client.collections.use("Note").with_tenant("tenantA").aggregate.over_all(
    group_by=GroupByAggregate(prop="title", limit=1), total_count=True
)
print([(one.grouped_by.value, one.total_count) for one in result.groups])
