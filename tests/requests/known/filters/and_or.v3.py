import weaviate

client = weaviate.Client("http://localhost:8080")

where = {
    "operator": "And",
    "operands": [
        {"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 100},
        {
            "operator": "Or",
            "operands": [
                {"path": ["category"], "operator": "Equal", "valueText": "animals"},
                {"path": ["title"], "operator": "Like", "valueString": "*food*"},
            ],
        },
        {"path": ["published"], "operator": "Equal", "valueBoolean": True},
    ],
}
result = client.query.get("Article", ["title"]).with_where(where).do()
print([one["title"] for one in result["data"]["Get"]["Article"]])
