import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.hybrid(query="fish", alpha=0.75, limit=2, return_properties=["title"])
print([one.properties["title"] for one in result.objects])
