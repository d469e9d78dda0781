import weaviate

client = weaviate.Client("http://localhost:8080")

where = {"path": ["wordCount"], "operator": "Equal", "valueInt": 100}
result = client.query.get("Article", ["title"]).with_where(where).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
