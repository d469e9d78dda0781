import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.bm25(
    query="cats", limit=2, return_metadata=MetadataQuery(score=True), return_properties=["title"]
)
print([one.properties["title"] for one in result.objects])
