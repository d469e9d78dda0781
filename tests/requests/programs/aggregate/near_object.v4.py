import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.near_object(
    near_object="a0000000-0000-4000-8000-000000000001", object_limit=2, total_count=True
)
print(result.total_count)
