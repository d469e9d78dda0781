import weaviate

client = weaviate.connect_to_local()

count = client.collections.use("Article").aggregate.over_all(
    total_count=True
).total_count
print(count)
