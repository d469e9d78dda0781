import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Author").query.fetch_objects(limit=2, offset=1)
for author in found.objects:
    print(str(author.uuid), author.properties["name"])
