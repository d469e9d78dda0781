import weaviate

client = weaviate.Client("http://localhost:8080")

import json

result = client.query.get("Article", ["title"]).with_generate(single_prompt="Say {title}").with_limit(2).do()
print(json.dumps(result, sort_keys=True))
