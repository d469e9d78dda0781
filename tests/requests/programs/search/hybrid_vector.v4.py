import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.hybrid(
    query="fish", alpha=0.25, vector=[0.5, 0.25], limit=2, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
