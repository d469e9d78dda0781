import weaviate

client = weaviate.Client("http://localhost:8080")

where = {
    "operator": "And",
    "operands": [
        {"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 100},
        {"path": ["category"], "operator": "Equal", "valueText": "animals"},
    ],
}
result = client.query.aggregate("Article").with_where(where).with_meta_count().do()
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
