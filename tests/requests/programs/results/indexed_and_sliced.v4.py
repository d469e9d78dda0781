import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

objects = result.objects
print(objects[0].properties["title"], objects[-1].properties["title"])
for one in objects[1:]:
    print(one.properties["title"])
