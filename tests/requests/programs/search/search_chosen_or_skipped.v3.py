import weaviate

client = weaviate.Client("http://localhost:8080")


def search(texts, words):
    for text in texts:
        query = client.query.get("Article", ["title"]).with_limit(2)
        if text:
            query = query.with_near_text({"concepts": [text]})
        elif words:
            query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
        else:
            continue
        result = query.do()
        print([hit["title"] for hit in result["data"]["Get"]["Article"]])


search(["rain", None], 200)
search([None], None)
