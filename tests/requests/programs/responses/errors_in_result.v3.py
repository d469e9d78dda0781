# fix: --unsafe-fixes
import sys

import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()

if "errors" in result:
    print(f"failed: {result['errors']}")
    sys.exit(1)
print(len(result["data"]["Get"]["Article"]))
