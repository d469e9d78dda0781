# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()


def titles(orders, reverse=False):
    sort = Sort.by_property("wordCount", ascending=not reverse)
    for path, order in orders.items():
        if path != "wordCount":
            sort = sort.by_property(path, ascending=order == "asc").by_id()
    return [article.properties["title"] for article in client.collections.use("Article").query.fetch_objects(
        limit=5, sort=sort, return_properties=["title", "wordCount"]
    ).objects]


print(titles({"title": "desc", "wordCount": "asc"}))
print(titles({}, reverse=True))
