import weaviate

client = weaviate.Client("http://localhost:8080")

for where in [
    {"path": ["id"], "operator": "Equal", "valueText": "a0000000-0000-4000-8000-000000000003"},
    {"path": ["_creationTimeUnix"], "operator": "GreaterThan", "valueText": "1700000006000"},
    {"path": ["len(title)"], "operator": "LessThan", "valueInt": 11},
    {"path": ["summary"], "operator": "IsNull", "valueBoolean": False},
    {"path": ["tags"], "operator": "ContainsAll", "valueText": ["animals", "tag1"]},
]:
    result = client.query.get("Article", ["title"]).with_where(where).do()
    print([one["title"] for one in result["data"]["Get"]["Article"]])
