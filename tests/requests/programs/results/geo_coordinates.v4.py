import json

import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Publication").query.fetch_objects(return_properties=["name", "location"])
for one in result.objects:
    print(one.properties["name"], one.properties["location"].latitude, one.properties["location"].longitude)
print(json.dumps([
    {
        **obj.properties,
        "location": {
            "latitude": obj.properties["location"].latitude,
            "longitude": obj.properties["location"].longitude,
        } if obj.properties["location"] else None,
    }
    for obj in result.objects
], sort_keys=True))
