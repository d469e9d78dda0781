import weaviate

client = weaviate.connect_to_local()


def asked():
    print("asked")
    return False


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
if asked() or "Article" in result["data"]["Get"]:
    print(result["data"]["Get"]["Article"][0]["title"])
