import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("JeopardyQuestion").query.bm25(
    query="space \"shuttle\"",
    query_properties=["question^2", "answer"],
    limit=2,
    return_metadata=MetadataQuery(score=True),
    return_properties=["question", "points"],
)
for item in result.objects:
    print(item.properties["question"], item.properties["points"], item.metadata.score)
