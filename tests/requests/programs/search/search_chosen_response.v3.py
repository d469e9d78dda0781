import weaviate

client = weaviate.Client("http://localhost:8080")


def search(text=None):
    query = client.query.get("Article", ["title"])
    if text:
        query = query.with_near_text({"concepts": [text]})
    return query.with_limit(1).do()


print(search("rain"), search())
