import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title", "wordCount"])
    .with_sort([{"path": ["published"], "order": "asc"}, {"path": ["wordCount"], "order": "desc"}])
    .with_limit(3)
    .with_offset(1)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["wordCount"])
