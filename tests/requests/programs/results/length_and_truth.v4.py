import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

objects = result.objects
print(len(objects), bool(objects))
if not objects:
    print("nothing")
