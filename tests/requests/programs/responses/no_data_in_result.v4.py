# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

def first():
    try:
        result = client.collections.use("Article").query.fetch_objects(
            limit=2, return_properties=["title", "wordCount"]
        )
    except WeaviateQueryError:
        return None

    return result.objects[0].properties["title"]


print(first())
