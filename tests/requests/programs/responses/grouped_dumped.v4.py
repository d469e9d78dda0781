import json

import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()
response = client.collections.use("Article").generate.near_text(
    query=["cats"], grouped_task="Write a tweet", limit=2, return_properties=["title"]
)
print(json.dumps({
    "data": {
        "Get": {
            "Article": [
                {
                    **obj.properties,
                    "_additional": {
                        "generate": {"error": None, "groupedResult": response.generative.text if number == 0 else None}
                    },
                }
                for number, obj in enumerate(response.objects)
            ],
        },
    },
}, sort_keys=True))
response = client.collections.use("Article").generate.near_text(
    query=["cats"],
    single_prompt="Sum up {title}",
    grouped_task="Write a tweet",
    grouped_properties=["title"],
    limit=2,
    return_metadata=MetadataQuery(distance=True),
    return_properties=["title"],
)
print(json.dumps({
    "data": {
        "Get": {
            "Article": [
                {
                    **obj.properties,
                    "_additional": {
                        "distance": obj.metadata.distance,
                        "generate": {
                            "error": None,
                            "groupedResult": response.generative.text if number == 0 else None,
                            "singleResult": obj.generative.text,
                        },
                    },
                }
                for number, obj in enumerate(response.objects)
            ],
        },
    },
}, sort_keys=True))
response = client.collections.use("Article").generate.near_text(
    query=["cats"], grouped_task="Write a tweet", limit=2, return_properties=["title"]
)
first = response.objects[0]
print(json.dumps({
    **first.properties,
    "_additional": {"generate": {"error": None, "groupedResult": response.generative.text}},
}, sort_keys=True))
