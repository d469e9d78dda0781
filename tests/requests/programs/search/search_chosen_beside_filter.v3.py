import weaviate

client = weaviate.Client("http://localhost:8080")


def search(text=None, asin=None):
    try:
        query = client.query.get("Article", ["title"])
        if asin:
            query = query.with_where({"path": ["title"], "operator": "Equal", "valueText": asin.upper()})
        if text and not asin:
            query = query.with_near_text({"concepts": [text]})
        result = query.do()
        return result["data"]["Get"]["Article"]
    except ValueError:
        return []


print(search("rain"), search(asin="Cats and dogs"), search())
