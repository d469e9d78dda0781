import json

import weaviate

client = weaviate.Client("http://localhost:8080")

print(json.dumps(client.query.aggregate("Article").with_fields("wordCount { count mean }").do(), indent=2))
