import weaviate

client = weaviate.connect_to_local()

def show(objects):
    for one in objects:
        print(one["title"], one["_additional"]["id"])


result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])
show([{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in result.objects])
