import weaviate

client = weaviate.connect_to_local()
r = client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"])
h = {**r.objects[0].properties, "_additional": {"id": str(r.objects[0].uuid)}}
print(h["_additional"].get("distance"), h["_additional"].get("distance", 9), h["_additional"].get("id"))
