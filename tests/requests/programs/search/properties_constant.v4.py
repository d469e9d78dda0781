import weaviate

FIELDS = ["title", "wordCount"]
client = weaviate.connect_to_local()


def first() -> list:
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(limit=1, return_properties=FIELDS).objects
    ]


def found(text: str) -> list:
    return [a.properties["title"] for a in client.collections.use("Article").query.bm25(
        query=text, limit=3, return_properties=FIELDS
    ).objects]


print(len(first()), found("space"))
