import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["_lastUpdateTimeUnix"], "operator": "LessThan", "valueDate": "2030-01-01T00:00:00Z"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
