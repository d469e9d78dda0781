import weaviate

client = weaviate.connect_to_local()

def search(wanted):
    objects = []
    if wanted:
        objects = client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
    return [one.properties["title"] for one in objects]


print(search(True), search(False))
