import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

price = float("2.5")
result = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_property("price").less_than(float(price)),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
