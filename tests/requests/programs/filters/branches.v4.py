import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

def search(few):
    if few:
        where = Filter.by_property("wordCount").less_than(300)
    else:
        where = Filter.by_property("wordCount").greater_or_equal(300)
    result = client.collections.use("Article").query.fetch_objects(
        filters=where, return_properties=["title"]
    )
    return [one.properties["title"] for one in result.objects]


print(search(True), search(False))
