import weaviate

client = weaviate.connect_to_local()
hits = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title"]).objects
for h in [{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in hits]:
    for f in ("title", "_additional"):
        print(h[f])
