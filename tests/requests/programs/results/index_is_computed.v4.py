import weaviate

client = weaviate.connect_to_local()
it = iter([0, 1, 2])
hits = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title"]).objects
print([{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in hits][next(it)])
