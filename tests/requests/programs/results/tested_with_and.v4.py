import weaviate

client = weaviate.connect_to_local()
r = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
hits = r.objects
if hits and hits[0].properties["title"]:
    print("yes", len(hits))
t = hits[0].properties["title"] if hits and len(hits) > 0 else None
print(t)
