import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_near_object({"id": "a0000000-0000-4000-8000-000000000002", "certainty": 0.5})
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
