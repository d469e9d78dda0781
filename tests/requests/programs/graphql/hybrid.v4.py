import weaviate
from weaviate.classes.query import HybridFusion, MetadataQuery

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.hybrid(
    query="cats",
    alpha=0.25,
    query_properties=["title"],
    fusion_type=HybridFusion.RANKED,
    limit=2,
    return_metadata=MetadataQuery(score=True),
    return_properties=["title"],
).objects:
    print(article.properties["title"], str(article.metadata.score))
