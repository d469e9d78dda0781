import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def embed(text):
    return [float(len(text)), 0.5]


def search(text, kind, words):
    filters = None
    if words:
        filters = Filter.by_property("wordCount").greater_than(words)
    if kind == "vector":
        vector = embed(text)
        result = client.collections.use("Article").query.near_vector(
            near_vector=vector, limit=2, filters=filters, return_properties=["title"]
        )
    elif kind == "text":
        print("text")
        result = client.collections.use("Article").query.bm25(
            query=text, limit=2, filters=filters, return_properties=["title"]
        )
    else:
        return []
    hits = result.objects
    return [hit.properties["title"] for hit in hits]


print(search("rain", "vector", 100), search("rain", "text", 0), search("rain", "no", 0))
