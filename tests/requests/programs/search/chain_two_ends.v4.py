import weaviate

client = weaviate.connect_to_local()

def page(cursor=None):
    if cursor is not None:
        result = {
            "data": {
                "Get": {
                    "Article": [
                        {**obj.properties, "_additional": {"id": str(obj.uuid)}}
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=2, after=cursor, return_properties=["title"]
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
                        {**obj.properties, "_additional": {"id": str(obj.uuid)}}
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=2, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(page(), page("a0000000-0000-4000-8000-000000000002"))
