import weaviate

client = weaviate.connect_to_local()

def search(near):
    if near:
        result = {
            "data": {
                "Get": {
                    "Article": [
                        obj.properties
                        for obj in client.collections.use("Article").query.near_text(
                            query=["x"], limit=1, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }
    else:
        result = {
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
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(search(True), search(False))
