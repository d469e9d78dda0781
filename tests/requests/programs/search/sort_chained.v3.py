import weaviate

client = weaviate.Client("http://localhost:8080")

by_words = {"path": ["wordCount"], "order": "asc"}
result = (
    client.query.get("Article", ["title"])
    .with_sort({"path": ["category"], "order": "desc"})
    .with_sort(by_words)
    .with_limit(3)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
