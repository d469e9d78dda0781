import weaviate

client = weaviate.Client("http://localhost:8080")


def search(text=None, limit=2):
    query = client.query.get("Article", ["title"])
    if text:
        query = query.with_near_text({"concepts": [text]})
    return query.with_limit(limit).do()["data"]["Get"]["Article"]


print(search("rain"), search())
