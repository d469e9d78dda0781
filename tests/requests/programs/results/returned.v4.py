import weaviate

client = weaviate.connect_to_local()

def search():
    return {
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


for one in search()["data"]["Get"]["Article"]:
    print(one["title"])
