import weaviate

client = weaviate.Client("http://localhost:8080")


def _titles(name, *, extra="url"):
    """The query that all others begin with."""
    return (
        client.query
        .get(name, ["title", extra])
        .with_bm25(query="rain")
    )


print([one["url"] for one in _titles("Article").with_limit(1).do()["data"]["Get"]["Article"]])
found = _titles("Article", extra="body").with_limit(2).do()["data"]["Get"]["Article"]
print([(one["title"], one["body"]) for one in found])
