import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def _articles(limit, longest=None, *, title=""):
    # the newest come first
    if title:
        return {
            "data": {
                "Get": {
                    "Article": [
                        obj.properties
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=limit,
                            filters=Filter.by_property("title").equal(title),
                            return_properties=["title", "wordCount"],
                        ).objects
                    ],
                },
            },
        }
    filters = None
    for each in longest or []:
        filters = Filter.by_property("wordCount").less_than(each)
    return {
        "data": {
            "Get": {
                "Article": [
                    obj.properties
                    for obj in client.collections.use("Article").query.fetch_objects(
                        limit=limit, filters=filters, return_properties=["title", "wordCount"]
                    ).objects
                ],
            },
        },
    }


def titles(limit):
    found = _articles(limit)
    return [article["title"] for article in found["data"]["Get"]["Article"]]


print(titles(2))
print(len(_articles(5, [300])["data"]["Get"]["Article"]))
for article in _articles(1, title="Slow food")["data"]["Get"]["Article"]:
    print(article["title"], article["wordCount"])
