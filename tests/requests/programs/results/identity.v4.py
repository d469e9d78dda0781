import weaviate

client = weaviate.connect_to_local()
hits = [
    {**obj.properties, "_additional": {"id": str(obj.uuid)}}
    for obj in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
]
first = hits[0]
print([h is first for h in hits])
print(hits[0] is hits[0], hits is hits)
