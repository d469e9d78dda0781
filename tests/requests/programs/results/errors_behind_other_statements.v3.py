# fix: --unsafe-fixes
import logging

import weaviate

logger = logging.getLogger(__name__)
client = weaviate.Client("http://localhost:8080")


def titles(name, limit):
    result = client.query.get(name, ["title"]).with_limit(limit).do()
    logger.info("asked for %s of %s", limit, name)
    found = []

    # the server tells what is wrong
    if "errors" in result:
        logger.error("failed: %s", result["errors"])
        return None

    for article in result["data"]["Get"][name]:
        found.append(article["title"])
    return found


print(titles("Article", 2))
print(titles("Nothing", 2))
