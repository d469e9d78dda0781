import weaviate
from weaviate.gql.get import HybridFusion

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_hybrid(
        query="fish",
        alpha=0,
        vector=[0.25, 0.1],
        properties=["title", "body"],
        fusion_type=HybridFusion.RANKED,
    )
    .with_additional(["score", "explainScore"])
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["_additional"]["score"], one["_additional"]["explainScore"])
