import weaviate

client = weaviate.connect_to_local()


print([one.properties["title"] for one in client.collections.use("Article").query.fetch_objects(
    limit=1, offset=(1 + 1) * 1, return_properties=["title"]
).objects])
print([one.properties["title"] for one in client.collections.use("Article").query.fetch_objects(
    limit=2, return_properties=["title"]
).objects])
