import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_property("publicationDate").greater_than("2023-02-01T00:00:00Z"),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
