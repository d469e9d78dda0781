import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_sort([{"path": ["_creationTimeUnix"], "order": "asc"}, {"path": ["_id"], "order": "desc"}])
    .with_limit(3)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
