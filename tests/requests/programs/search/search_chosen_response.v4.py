import weaviate

client = weaviate.connect_to_local()


def search(text=None):
    if text:
        response = client.collections.use("Article").query.near_text(
            query=[text], limit=1, return_properties=["title"]
        )
    else:
        response = client.collections.use("Article").query.fetch_objects(
            limit=1, return_properties=["title"]
        )
    return {"data": {"Get": {"Article": [obj.properties for obj in response.objects]}}}


print(search("rain"), search())
