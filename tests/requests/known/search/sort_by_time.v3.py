import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Author", ["name"])
    .with_sort({"path": ["_creationTimeUnix"], "order": "desc"})
    .with_sort({"path": ["_id"], "order": "asc"})
    .do()
)
print([one["name"] for one in result["data"]["Get"]["Author"]])
