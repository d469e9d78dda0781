import weaviate

client = weaviate.connect_to_local()

after = None
page = client.collections.use("Author").query.fetch_objects(limit=2, after="00000000-0000-0000-0000-000000000000")
objects = page.objects
print(len(objects), str(objects[0].uuid), objects[-1].properties["name"])
for number, author in enumerate(objects):
    print(number, author.collection)
