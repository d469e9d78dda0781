import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"operator": "And", "operands": [{"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 100}, {"path": ["title"], "operator": "Like", "valueText": "*i*"}]}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
