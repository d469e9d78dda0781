import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=3, sort=Sort.by_creation_time().by_id(ascending=False), return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
