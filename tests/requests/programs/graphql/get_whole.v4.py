import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
print({"data": {"Get": {"Article": [obj.properties for obj in result.objects]}}})
