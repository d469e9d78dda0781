import weaviate
from weaviate.classes.query import QueryNested

client = weaviate.connect_to_local()

result = client.collections.use("Author").query.fetch_objects(
    limit=2, return_properties=["name", QueryNested(name="address", properties=["city", "street"])]
)
for one in result.objects:
    print(one.properties["name"], one.properties["address"]["city"], one.properties["address"]["street"])
