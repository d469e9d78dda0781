import weaviate

client = weaviate.Client("http://localhost:8080")


def search(text, hybrid=False, words=None):
    query = client.query.get("Article", ["title"]).with_limit(2)
    if hybrid:
        query = query.with_hybrid(text, alpha=0.5)
    else:
        query = query.with_near_text({"concepts": [text]})
    if words:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    result = query.do()
    return [hit["title"] for hit in result["data"]["Get"]["Article"]]


print(search("rain"), search("rain", True, 200))
