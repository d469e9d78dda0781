import weaviate

client = weaviate.Client("http://localhost:8080")

from weaviate.gql.get import HybridFusion

result = (
    client.query.get("Article", ["title"])
    .with_hybrid("fish", fusion_type=HybridFusion.RELATIVE_SCORE, properties=["title"])
    .with_additional(["score"])
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["_additional"]["score"])
