import weaviate

client = weaviate.connect_to_local()
a = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
b = client.collections.use("Article").query.fetch_objects(
    limit=1, offset=1, return_properties=["title"]
)
print({"data": {"Get": {"Article": [obj.properties for obj in a.objects]}}}, {"data": {"Get": {"Article": [obj.properties for obj in b.objects]}}})
