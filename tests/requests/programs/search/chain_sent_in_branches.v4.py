import weaviate

client = weaviate.connect_to_local()
def f(few):
    if few:
        r = {
            "data": {
                "Get": {
                    "Article": [
                        obj.properties
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=1, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }
    else:
        r = {
            "data": {
                "Get": {
                    "Article": [
                        obj.properties
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=2, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }
    return r
print(f(True), f(False))
