import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

objects = result.objects
for one in objects:
    print(one.properties.get("title"), one.properties.get("missing", "-"), str(one.uuid))
