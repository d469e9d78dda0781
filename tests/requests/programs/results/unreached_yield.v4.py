import weaviate

client = weaviate.connect_to_local()


def nothing():
    result = {
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
    if "Article" in result["data"]["Get"]:
        return
    yield "missing"


print(list(nothing()))
