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
        # a failed query has no articles
        raise RuntimeError(error.message)
    found = result.objects
    return [article.properties["title"] for article in found]


print(articles())
