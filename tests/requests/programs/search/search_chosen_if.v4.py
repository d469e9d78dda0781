import weaviate

client = weaviate.connect_to_local()


def search(text=None, limit=2):
    if text:
        response = client.collections.use("Article").query.near_text(
            query=[text], limit=limit, return_properties=["title"]
        )
    else:
        response = client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        )
    return [obj.properties for obj in response.objects]


print(search("rain"), search())
