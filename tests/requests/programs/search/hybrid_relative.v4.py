import weaviate

client = weaviate.connect_to_local()

from weaviate.classes.query import HybridFusion, MetadataQuery

result = client.collections.use("Article").query.hybrid(
    query="fish",
    alpha=0.75,
    query_properties=["title"],
    fusion_type=HybridFusion.RELATIVE_SCORE,
    return_metadata=MetadataQuery(score=True),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"], str(one.metadata.score))
