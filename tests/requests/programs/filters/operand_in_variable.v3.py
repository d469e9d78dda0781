import weaviate

client = weaviate.Client("http://localhost:8080")

words = {"path": ["wordCount"], "operator": "LessThan", "valueInt": 400}
result = client.query.get("Article", ["title"]).with_where({"operator": "And", "operands": [words, {"path": ["published"], "operator": "Equal", "valueBoolean": True}]}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
