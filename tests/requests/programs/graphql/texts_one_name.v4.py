import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
print(result.objects[0].properties["title"])

result = client.collections.use("Article").aggregate.over_all(total_count=True)
print(result.total_count)
