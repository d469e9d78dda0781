import weaviate

FIELDS = ["title", "wordCount"]
client = weaviate.Client("http://localhost:8080")


def first() -> list:
    return client.query.get("Article", FIELDS).with_limit(1).do()["data"]["Get"]["Article"]


def found(text: str) -> list:
    query = client.query.get("Article", FIELDS).with_bm25(text)
    return [a["title"] for a in query.with_limit(3).do()["data"]["Get"]["Article"]]


print(len(first()), found("space"))
