import weaviate

client = weaviate.connect_to_local()

print(len(client.collections.use("Article").query.near_object(
    near_object="a0000000-0000-4000-8000-000000000001",
    limit=2,
    return_properties=["title"],
).objects))
