import weaviate

client = weaviate.connect_to_local()

for name in ["Article", "Author"]:
    response = client.collections.use(name).aggregate.over_all(total_count=True)
    print(name, response.total_count)
