import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "vectorIndexConfig": {"pq": {"enabled": True, "encoder": {"type": "tile", "distribution": "normal"}}},
    }
)
