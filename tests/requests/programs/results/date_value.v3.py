import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "url"]).with_where({"path": ["publicationDate"], "operator": "LessThan", "valueDate": "2023-03-01T00:00:00Z"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
