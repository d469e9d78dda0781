import weaviate

client = weaviate.connect_to_local()
r = {
    "data": {
        "Get": {
            "Article": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=3, return_properties=["title"]
                ).objects
            ],
        },
    },
}
for name, items in r["data"]["Get"].items():
    items.reverse()
print(r["data"]["Get"]["Article"][0]["title"])
