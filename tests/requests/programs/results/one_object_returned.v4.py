import weaviate

client = weaviate.connect_to_local()

def first():
    result = client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=["title"]
    )
    objects = [obj.properties for obj in result.objects]
    return objects[0] if objects else None


print(first())
