import weaviate
from weaviate import AdditionalProperties

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_near_object({"id": "a0000000-0000-4000-8000-000000000001", "certainty": 0.9})
    .with_additional(AdditionalProperties(uuid=True, certainty=True, lastUpdateTimeUnix=True))
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["_additional"]["id"], one["_additional"]["certainty"])
