import weaviate

client = weaviate.Client("http://localhost:8080")
from weaviate import AdditionalProperties

result = (
    client.query.get("Article", ["title"])
    .with_additional(AdditionalProperties(uuid=True, certainty=True, vector=False))
    .with_near_text({"concepts": ["x"]})
    .with_limit(2)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["_additional"]["id"], one["_additional"]["certainty"])
