import weaviate

client = weaviate.connect_to_local()

import json

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])
print(json.dumps({
    "data": {"Get": {"Article": [{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in result.objects]}}
}, sort_keys=True))
