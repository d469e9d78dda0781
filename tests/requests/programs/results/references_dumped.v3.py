import weaviate

client = weaviate.Client("http://localhost:8080")

import json

result = (
    client.query.get("Article", ["title", "hasAuthor { ... on Author { name _additional { id } } }"])
    .with_limit(2)
    .do()
)
print(json.dumps(result["data"]["Get"]["Article"], sort_keys=True))
