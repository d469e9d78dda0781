import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"operator": "Or", "operands": [{"path": ["wordCount"], "operator": "Equal", "valueInt": 100}, {"operator": "And", "operands": [{"path": ["published"], "operator": "Equal", "valueBoolean": True}, {"path": ["price"], "operator": "GreaterThan", "valueNumber": 1}]}]}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
