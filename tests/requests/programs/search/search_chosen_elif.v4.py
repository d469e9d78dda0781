import weaviate

client = weaviate.connect_to_local()


def search(text, kind):
    # Words count for half.
    if kind == "hybrid":  # mixed
        # alpha
        result = client.collections.use("Article").query.hybrid(
            query=text, alpha=0.5, limit=2, return_properties=["title"]
        )
    elif kind == "bm25":
        result = client.collections.use("Article").query.bm25(
            query=text, limit=2, return_properties=["title"]
        )
    elif kind == "vector":
        result = client.collections.use("Article").query.near_text(
            query=[text], limit=2, return_properties=["title"]
        )
    else:  # unknown
        raise ValueError(kind)
    return [hit.properties["title"] for hit in result.objects]


print(search("rain", "hybrid"), search("rain", "bm25"), search("rain", "vector"))
