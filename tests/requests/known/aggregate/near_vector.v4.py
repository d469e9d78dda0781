import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.near_vector(
    near_vector=[0.1, 0.5], certainty=0.75, total_count=True
)
print(result.total_count)
