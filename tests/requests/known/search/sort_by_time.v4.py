import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

result = client.collections.use("Author").query.fetch_objects(
    sort=Sort.by_creation_time(ascending=False).by_id(ascending=True), return_properties=["name"]
)
print([one.properties["name"] for one in result.objects])
