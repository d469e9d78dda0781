import weaviate

client = weaviate.connect_to_local()

for name in ["Article", "Publication"]:
    result = client.collections.use(name).aggregate.over_all(total_count=True)
    print(result.total_count)
