import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_vector(
    near_vector=[0.5, 0.25], distance=0.75, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
