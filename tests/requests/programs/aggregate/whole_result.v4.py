import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(total_count=True)
print({"data": {"Aggregate": {"Article": [{"meta": {"count": result.total_count}}]}}})
