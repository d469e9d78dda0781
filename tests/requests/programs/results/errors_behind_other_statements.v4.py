# fix: --unsafe-fixes
import logging

import weaviate
from weaviate.exceptions import WeaviateQueryError

logger = logging.getLogger(__name__)
client = weaviate.connect_to_local()


def titles(name, limit):
    try:
        result = client.collections.use(name).query.fetch_objects(
            limit=limit, return_properties=["title"]
        )
        logger.info("asked for %s of %s", limit, name)
        found = []
    except WeaviateQueryError as error:
        # the server tells what is wrong
        logger.error("failed: %s", error.message)
        return None

    for article in result.objects:
        found.append(article.properties["title"])
    return found


print(titles("Article", 2))
print(titles("Nothing", 2))
