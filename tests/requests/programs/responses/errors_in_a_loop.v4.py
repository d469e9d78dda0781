# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

for limit in (1, 2):
    try:
        result = client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        )
    except WeaviateQueryError as error:
        print(error)
        continue
    print(result.objects[-1].properties["title"])
