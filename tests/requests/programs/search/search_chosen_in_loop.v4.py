import weaviate

client = weaviate.connect_to_local()


def search(texts):
    for text in texts:
        if text:
            response = client.collections.use("Article").query.near_text(
                query=[text], limit=1, return_properties=["title"]
            )
        else:
            response = client.collections.use("Article").query.fetch_objects(
                limit=1, return_properties=["title"]
            )
        for hit in response.objects:
            print(hit.properties["title"])


search(["rain", None])
