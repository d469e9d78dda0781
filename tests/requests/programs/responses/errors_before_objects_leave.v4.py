# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()


def articles():
    try:
        result = client.collections.use("Article").query.fetch_objects(
            limit=2, return_properties=["title", "wordCount"]
        )
    except WeaviateQueryError as error:
        raise Exception(error.message)
    found = [{**obj.properties, "_additional": {"id": str(obj.uuid)}} for obj in result.objects]
    return [(one.pop("title"), one) for one in found]


print(articles())
