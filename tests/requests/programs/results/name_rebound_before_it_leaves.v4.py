import weaviate

client = weaviate.connect_to_local()
cls = "Article"
r = {
    "data": {
        "Get": {
            cls: [
                obj.properties
                for obj in client.collections.use(cls).query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
        },
    },
}
cls = "Author"
print(r, cls)
