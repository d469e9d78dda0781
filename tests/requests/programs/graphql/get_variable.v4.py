import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2, offset=1, return_properties=["title"]
)
print([article.properties["title"] for article in result.objects])
