import weaviate

client = weaviate.connect_to_local()
def f():
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
    return locals()["r"]
print(f())
