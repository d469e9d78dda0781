import weaviate

client = weaviate.Client("http://localhost:8080")


def _titles(name, *, extra="url"):
    """The query that all others begin with."""
    return (
        client.query
        .get(name, ["title", extra])
        .with_bm25(query="rain")
    )


print(_titles("Article").with_limit(1).do()["data"]["Get"]["Article"])
print(_titles("Article", extra="body").with_limit(2).do()["data"]["Get"]["Article"])
