import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["scores"], "operator": "ContainsAny", "valueNumberArray": [1, 0.5]}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
