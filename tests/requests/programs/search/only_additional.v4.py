import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=2, include_vector=True, return_properties=[])
for one in result.objects:
    print(str(one.uuid), one.vector["default"])
