import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

def search(name, value):
    result = client.collections.use("Article").query.fetch_objects(
        filters=Filter.by_property(name).equal(value), return_properties=["title"]
    )
    return [one.properties["title"] for one in result.objects]


print(search("category", "science"))
