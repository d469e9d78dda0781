import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Photo").query.near_image(near_image="aGVsbG8=", return_properties=["caption"])
print(result.objects[0].properties["caption"])
