import weaviate

client = weaviate.Client("http://localhost:8080")

import json

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()
print(json.dumps(result["data"]["Get"]["Article"], sort_keys=True))
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
