import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("JeopardyQuestion", ["question", "points"])
    .with_bm25(query="space \"shuttle\"", properties=["question^2", "answer"])
    .with_additional("score")
    .with_limit(2)
    .do()
)
for item in result["data"]["Get"]["JeopardyQuestion"]:
    print(item["question"], item["points"], item["_additional"]["score"])
