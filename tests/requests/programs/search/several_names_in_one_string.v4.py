import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2, return_properties=["title", "url"]
)
for one in result.objects:
    print(one.properties["title"], one.properties["url"])
