import weaviate

client = weaviate.Client("http://localhost:8080")


def embed(text):
    return [float(len(text)), 0.5]


def search(text, kind, words):
    query = client.query.get("Article", ["title"]).with_limit(2)
    if words:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
    if kind == "vector":
        vector = embed(text)
        query = query.with_near_vector({"vector": vector})
    elif kind == "text":
        print("text")
        query = query.with_bm25(query=text)
    else:
        return []
    result = query.do()
    hits = result["data"]["Get"]["Article"]
    return [hit["title"] for hit in hits]


print(search("rain", "vector", 100), search("rain", "text", 0), search("rain", "no", 0))
