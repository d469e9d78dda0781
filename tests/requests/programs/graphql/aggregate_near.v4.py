import weaviate

client = weaviate.connect_to_local()

print(client.collections.use("Article").aggregate.near_text(
    query=["animals"], distance=0.5, object_limit=3, total_count=True
).total_count)
