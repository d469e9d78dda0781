import weaviate

client = weaviate.connect_to_local()
import sys
r = None
if len(sys.argv) > 100:
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
print(r)
hits = None
if len(sys.argv) > 100:
    hits = [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
    ]
print(hits)
