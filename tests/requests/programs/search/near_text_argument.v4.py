# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

def find(near):
    return {
        "data": {
            "Get": {
                "Article": [
                    obj.properties
                    for obj in client.collections.use("Article").query.near_text(
                        query=near["concepts"],
                        certainty=near.get("certainty"),
                        distance=near.get("distance"),
                        limit=3,
                        return_properties=["title"],
                    ).objects
                ],
            },
        },
    }


for hit in find({"concepts": ["pets"], "distance": 0.5})["data"]["Get"]["Article"]:
    print(hit["title"])
