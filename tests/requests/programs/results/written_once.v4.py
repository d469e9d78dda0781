import weaviate

client = weaviate.connect_to_local()
print([
    {**obj.properties, "_additional": {"id": str(obj.uuid)}}
    for obj in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
][0])
