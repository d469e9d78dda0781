import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
