# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

def titles():
    try:
        result = client.collections.use("Nothing").query.fetch_objects(
            return_properties=["title"]
        )
    except WeaviateQueryError:
        print("failed")
        return []
    return [one.properties["title"] for one in result.objects]


print(titles())
