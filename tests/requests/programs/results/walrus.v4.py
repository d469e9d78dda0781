import weaviate

client = weaviate.connect_to_local()

if (objects := [
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"]).objects
]):
    print(objects[0]["title"])
