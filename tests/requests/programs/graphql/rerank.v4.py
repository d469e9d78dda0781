import weaviate
from weaviate.classes.query import Rerank

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.near_text(
    query=["animals"],
    limit=3,
    rerank=Rerank(prop="title", query="birds"),
    return_properties=["title"],
).objects:
    print(article.properties["title"], article.metadata.rerank_score)
