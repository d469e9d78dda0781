import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_additional(["creationTimeUnix", "lastUpdateTimeUnix"])
    .with_limit(2)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["_additional"]["creationTimeUnix"], one["_additional"]["lastUpdateTimeUnix"])
