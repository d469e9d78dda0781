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

for one in result["data"]["Get"]["Article"]:
    one["seen"] = True
print(sorted(result["data"]["Get"]["Article"][0]))
