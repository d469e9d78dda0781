# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

try:
    result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])
except WeaviateQueryError as error:
    raise RuntimeError(error.message)
print(len(result.objects))
