import weaviate

client = weaviate.Client("http://localhost:8080")


def search(text, kind):
    query = client.query.get("Article", ["title"])
    # Words count for half.
    if kind == "hybrid":  # mixed
        # alpha
        query = query.with_hybrid(query=text, alpha=0.5)
    elif kind == "bm25":
        query = query.with_bm25(query=text)
    elif kind == "vector":
        query = query.with_near_text({"concepts": [text]})
    else:  # unknown
        raise ValueError(kind)
    result = query.with_limit(2).do()
    return [hit["title"] for hit in result["data"]["Get"]["Article"]]


print(search("rain", "hybrid"), search("rain", "bm25"), search("rain", "vector"))
