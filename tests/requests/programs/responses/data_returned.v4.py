# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()


def titles():
    try:
        result = client.collections.use("Article").query.fetch_objects(
            limit=2, return_properties=["title", "wordCount"]
        )
        return [article.properties["title"] for article in result.objects]
    except WeaviateQueryError:
        print("the query failed")
        return []


def nothing():
    try:
        result = client.collections.use("Nothing").query.fetch_objects(
            return_properties=["title"]
        )
        return result.objects[0].properties["title"]
    except WeaviateQueryError:
        return "nothing"


print(titles(), nothing())
