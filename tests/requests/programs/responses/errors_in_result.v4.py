# fix: --unsafe-fixes
import sys

import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

try:
    result = client.collections.use("Article").query.fetch_objects(
        limit=2, return_properties=["title", "wordCount"]
    )
except WeaviateQueryError as error:
    print(f"failed: {error.message}")
    sys.exit(1)
print(len(result.objects))
