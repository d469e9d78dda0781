import weaviate

client = weaviate.Client("http://localhost:8080")


def _any_of(counts):
    return {"operator": "Or", "operands": [{"path": ["wordCount"], "operator": "Equal", "valueInt": n} for n in counts]}


def _where(title):
    own = {"path": ["title"], "operator": "Like", "valueText": title}
    if title == "*":
        return own
    return {"operator": "And", "operands": [own, _any_of([100, 200])]}


for title in ("*", "*a*"):
    result = client.query.get("Article", ["title"]).with_where(_where(title)).do()
    print([one["title"] for one in result["data"]["Get"]["Article"]])
