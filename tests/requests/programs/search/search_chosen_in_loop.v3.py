import weaviate

client = weaviate.Client("http://localhost:8080")


def search(texts):
    for text in texts:
        query = client.query.get("Article", ["title"])
        if text:
            query = query.with_near_text({"concepts": [text]})
        for hit in query.with_limit(1).do()["data"]["Get"]["Article"]:
            print(hit["title"])


search(["rain", None])
