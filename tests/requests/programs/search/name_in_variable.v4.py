import weaviate

client = weaviate.connect_to_local()

NAME = "Article"
result = client.collections.use(NAME).query.fetch_objects(
    limit=2, return_properties=["title", "url"]
)
for one in result.objects:
    print(one.properties["title"], one.properties["url"])
