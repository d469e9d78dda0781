import weaviate

client = weaviate.connect_to_local()

print(client.collections.use("Photo").query.near_image(
    near_image="aGVsbG8=", certainty=0.5, limit=1, return_properties=["caption"]
).objects[0].properties["caption"])
