import weaviate

client = weaviate.connect_to_local()
hits = [
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title"]).objects
]
for n, h in enumerate(sorted(hits, key=lambda h: h["title"])):
    h["rank"] = n
print(hits)
