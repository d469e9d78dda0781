import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

response = client.collections.use("Article").query.near_text(
    query="pets", limit=3, return_metadata=MetadataQuery(distance=True), return_properties=["title"]
)
for article in response.objects:
    print(article.properties["title"], str(article.uuid), article.metadata.distance)
