import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_vector(
    near_vector=[0.1, 0.2, 0.3], distance=0.5, limit=2, include_vector=True, return_properties=["title"]
)
print([(one.properties["title"], one.vector["default"]) for one in result.objects])
