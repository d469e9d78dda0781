import weaviate

client = weaviate.connect_to_local()

result = {
    "data": {
        "Get": {
            "Article": [
                {**obj.properties, "_additional": {"id": str(obj.uuid)}}
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=3, return_properties=["title", "wordCount"]
                ).objects
            ],
        },
    },
}

objects = result["data"]["Get"]["Article"]
objects.sort(key=lambda one: -one["wordCount"])
print([one["title"] for one in objects])
