import weaviate

client = weaviate.connect_to_local()

print(client.collections.use("Author").query.fetch_objects(return_properties=["name"]).objects[0].properties["name"])
