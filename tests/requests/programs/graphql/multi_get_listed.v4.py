import weaviate

client = weaviate.connect_to_local()


found = {
    "data": {
        "Get": {
            "Article": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
            "Author": [
                obj.properties
                for obj in client.collections.use("Author").query.fetch_objects(
                    limit=1, return_properties=["name"]
                ).objects
            ],
        },
    },
}
print(found["data"]["Get"]["Article"], found["data"]["Get"]["Author"])
