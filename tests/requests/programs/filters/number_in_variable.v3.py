import weaviate

client = weaviate.Client("http://localhost:8080")

price = float("2.5")
result = client.query.get("Article", ["title"]).with_where({"path": ["price"], "operator": "LessThan", "valueNumber": price}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
