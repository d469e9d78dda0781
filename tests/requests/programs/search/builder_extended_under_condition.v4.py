import weaviate
from weaviate.classes.query import Filter, Sort

client = weaviate.connect_to_local()


def titles(title, page):
    filters = None
    if title:
        filters = Filter.by_property("title").equal(title)
    size = 2
    offset = None
    if page:
        offset = page * size
    result = client.collections.use("Article").query.fetch_objects(
        limit=size, offset=offset, filters=filters, return_properties=["title"]
    )
    return [article.properties["title"] for article in result.objects]


print(titles("", 0), titles("", 1), titles("Slow food", 0))
print(client.collections.use("Article").query.fetch_objects(
    limit=4, sort=Sort.by_property("title"), return_properties=["title"]
).objects[0].properties)
first = client.collections.use("Article").query.fetch_objects(
    limit=1, filters=Filter.by_property("title").equal("Slow food"), return_properties=["wordCount"]
)
print([obj.properties for obj in first.objects])
