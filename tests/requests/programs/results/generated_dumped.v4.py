import weaviate

client = weaviate.connect_to_local()

import json

result = client.collections.use("Article").generate.fetch_objects(
    single_prompt="Say {title}", limit=2, return_properties=["title"]
)
print(json.dumps({
    "data": {
        "Get": {
            "Article": [
                {**obj.properties, "_additional": {"generate": {"error": None, "singleResult": obj.generative.text}}}
                for obj in result.objects
            ],
        },
    },
}, sort_keys=True))
