import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {
        "class": "Book",
        "vectorizer": "none",
        "vectorIndexConfig": {"pq": {"enabled": True, "encoder": {"type": "tile", "distribution": "normal"}}},
    },
)
