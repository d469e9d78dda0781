import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["id"], "operator": "Equal", "valueString": "a0000000-0000-4000-8000-000000000001"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
