import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

objects = [{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in result.objects]
objects.sort(key=lambda one: -one["wordCount"])
print([one["title"] for one in objects])
