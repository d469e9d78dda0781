import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["_creationTimeUnix"], "operator": "GreaterThan", "valueText": "1600000000000"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
