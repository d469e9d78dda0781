import weaviate

client = weaviate.connect_to_local()
cls = "article"
r = client.collections.use(cls).query.fetch_objects(
    limit=1, return_properties=["title"]
)
print({"data": {"Get": {"Article": [obj.properties for obj in r.objects]}}})
