import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.near_vector(
    near_vector=[0.5, 0.25, 0.125],
    distance=0.75,
    limit=3,
    return_metadata=MetadataQuery(distance=True),
    return_properties=["title"],
).objects:
    print(article.properties["title"], article.metadata.distance)
