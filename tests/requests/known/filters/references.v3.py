import weaviate

client = weaviate.Client("http://localhost:8080")

for where in [
    {"path": ["hasAuthor", "Author", "name"], "operator": "Equal", "valueText": "Ada Jones"},
    {"path": ["mentions", "Publication", "name"], "operator": "Equal", "valueText": "The Daily"},
    {"path": ["hasAuthors"], "operator": "GreaterThan", "valueInt": 1},
]:
    result = client.query.get("Article", ["title"]).with_where(where).do()
    print([one["title"] for one in result["data"]["Get"]["Article"]])
