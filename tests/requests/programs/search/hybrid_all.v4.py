import weaviate
from weaviate.classes.query import HybridFusion, MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.hybrid(
    query="fish",
    alpha=0,
    vector=[0.25, 0.1],
    query_properties=["title", "body"],
    fusion_type=HybridFusion.RANKED,
    return_metadata=MetadataQuery(score=True, explain_score=True),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"], str(one.metadata.score), one.metadata.explain_score)
