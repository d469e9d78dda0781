import weaviate

client = weaviate.Client("http://localhost:8080")

for where in [
    {"path": ["price"], "operator": "LessThanEqual", "valueNumber": 1},
    {"path": ["price"], "operator": "GreaterThan", "valueNumber": 2.5},
    {"path": ["publicationDate"], "operator": "LessThan", "valueDate": "2023-03-01T12:00:00Z"},
    {"path": ["wordCount"], "operator": "NotEqual", "valueInt": 300},
]:
    result = client.query.get("Article", ["title"]).with_where(where).do()
    print([one["title"] for one in result["data"]["Get"]["Article"]])
