# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
r = {
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
try:
    print(r["data"]["Get"]["Article"][0]["nothing"])
except KeyError as e:
    print("KeyError", e)
try:
    print(r["data"]["Get"]["Author"])
except KeyError as e:
    print("KeyError", e)
