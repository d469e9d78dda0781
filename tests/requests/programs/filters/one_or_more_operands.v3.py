import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None, title=None):
    operands = []
    if words:
        operands.append({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    if title:
        operands.append({"path": ["title"], "operator": "Like", "valueText": title})
    query = client.query.get("Article", ["title"])
    if len(operands) == 1:
        query = query.with_where(operands[0])
    elif len(operands) > 1:
        query = query.with_where({"operator": "And", "operands": operands})
    return query.do()["data"]["Get"]["Article"]


print(search(200), search(200, "Q*"), search())
