# fix: --unsafe-fixes
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

print(sorted(result["data"]["Get"]["Article"][0].keys()))
print("Article" in result["data"]["Get"])
