import weaviate

client = weaviate.connect_to_local()
r = client.collections.use("Article").query.fetch_objects(
    limit=2, return_properties=["title"]
)
for i, h in enumerate(r.objects, start=1):
    print(i, h.properties["title"])
for i, h in enumerate(r.objects, 1):
    print(i, h.properties["title"])
