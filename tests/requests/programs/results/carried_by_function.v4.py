import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()


def _search(text, limit=3):
    if not text:
        return None
    return client.collections.use("Article").query.near_text(
        query=[text],
        limit=limit,
        return_metadata=MetadataQuery(distance=True),
        return_properties=["title", "wordCount"],
    )


def _titles(response):
    return [article.properties["title"] for article in response.objects]


def _show(article):
    print(article.properties["title"], article.metadata.distance, article.properties.get("wordCount"))


found = _search("food")
print(_titles(found))
for number, article in enumerate(found.objects):
    _show(article)
if _search(""):
    print("never")
print(len(_search("cats", 2).objects))
