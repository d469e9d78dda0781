import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"path": ["title"], "operator": "Like", "valueText": "*is*"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
