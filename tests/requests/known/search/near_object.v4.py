import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_object(
    near_object="a0000000-0000-4000-8000-000000000001", auto_limit=1, return_properties=["title"]
)
print([one.properties["title"] for one in result.objects])
