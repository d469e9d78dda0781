import weaviate

client = weaviate.connect_to_local()

response = client.collections.use("Article").aggregate.over_all(total_count=True)
print({"data": {"Aggregate": {"Article": [{"meta": {"count": response.total_count}}]}}})
