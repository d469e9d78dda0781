import weaviate

client = weaviate.Client("http://localhost:8080")


def search(words=None, title=None):
    operands = [{"path": ["published"], "operator": "Equal", "valueBoolean": True}]
    if words:
        operands.append({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    if title:
        operands.extend([{"path": ["title"], "operator": "Like", "valueText": title}])
    where = operands[0] if len(operands) == 1 else {"operator": "And", "operands": operands}
    result = client.query.get("Article", ["title"]).with_where(where).do()
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(search(), search(200), search(100, "*o*"))
