import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", "title")
    .with_near_object({"beacon": "weaviate://localhost/Article/a0000000-0000-4000-8000-000000000001"})
    .with_autocut(1)
    .do()
)
print([one["title"] for one in result["data"]["Get"]["Article"]])
