import json

import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Publication", ["name", "location { latitude longitude }"]).do()
for one in result["data"]["Get"]["Publication"]:
    print(one["name"], one["location"]["latitude"], one["location"]["longitude"])
print(json.dumps(result["data"]["Get"]["Publication"], sort_keys=True))
