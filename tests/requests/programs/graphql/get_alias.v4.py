import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
print(result.objects[0].properties["title"])
print({
    "data": {
        "Get": {
            "first": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
        },
    },
})
