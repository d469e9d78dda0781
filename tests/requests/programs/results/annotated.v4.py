import weaviate

client = weaviate.connect_to_local()
r: dict = {
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
hits: list = r["data"]["Get"]["Article"]
print(hits[0]["title"])
