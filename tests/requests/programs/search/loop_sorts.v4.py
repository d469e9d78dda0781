import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()


def titles(paths):
    sort = None
    for path in paths:
        sort = (sort or Sort).by_property(path)
    return [article.properties["title"] for article in client.collections.use("Article").query.fetch_objects(
        limit=4, sort=sort, return_properties=["title"]
    ).objects]


print(titles([]))
print(titles(["wordCount"]))
print(titles(["wordCount", "title"]))
