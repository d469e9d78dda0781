import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["publicationDate"], "operator": "GreaterThan", "valueDate": "2023-02-01T00:00:00Z"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
