# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

count = 0
result = client.collections.use("Article").aggregate.over_all(total_count=True)
count = result.total_count
print(count)
