import weaviate
from weaviate.classes.query import Rerank

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query=["animals"],
    limit=2,
    rerank=Rerank(prop="title", query="fish"),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"], one.metadata.rerank_score)
