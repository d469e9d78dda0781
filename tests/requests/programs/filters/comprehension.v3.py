import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_where({"operator": "Or", "operands": [{"path": ["wordCount"], "operator": "Equal", "valueInt": words} for words in (100, 300)]}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
