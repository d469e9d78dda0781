import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2, sort=Sort.by_property("wordCount"), return_properties=["title"]
)
print([article.properties["title"] for article in result.objects])
