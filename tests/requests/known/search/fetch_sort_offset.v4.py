import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=3,
    offset=1,
    sort=Sort.by_property("published", ascending=True).by_property("wordCount", ascending=False),
    return_properties=["title", "wordCount"],
)
for one in result.objects:
    print(one.properties["title"], one.properties["wordCount"])
