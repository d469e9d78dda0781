import weaviate
from weaviate.classes.query import Rerank

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.bm25(
    query="birds", rerank=Rerank(prop="title", query="flying"), return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"], one.metadata.rerank_score)
