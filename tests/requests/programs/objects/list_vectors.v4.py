import weaviate

client = weaviate.connect_to_local()

for author in client.collections.use("Author").query.fetch_objects(
    include_vector=True
).objects:
    print(author.vector["default"])
