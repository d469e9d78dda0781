import weaviate

client = weaviate.connect_to_local()

print({
    "data": {
        "Get": {
            "Author": [
                obj.properties
                for obj in client.collections.use("Author").query.fetch_objects(return_properties=["name"]).objects
            ],
            "Publication": [
                obj.properties
                for obj in client.collections.use("Publication").query.fetch_objects(
                    return_properties=["name"]
                ).objects
            ],
        },
    },
})
