# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

try:
    result = client.collections.use("Article").query.fetch_objects(
        limit=2, return_properties=["title", "wordCount"]
    )
except WeaviateQueryError:
    print("failed")
else:
    print(result.objects[1].properties["title"])
