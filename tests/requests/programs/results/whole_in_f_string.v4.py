import weaviate

client = weaviate.connect_to_local()
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
print(f"{r}")
print(f"{r['data']['Get']['Article']} and {r['data']['Get']['Article'][0]}")
