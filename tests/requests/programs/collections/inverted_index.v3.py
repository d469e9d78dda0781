import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "invertedIndexConfig": {
            "bm25": {"b": 0.5, "k1": 1},
            "cleanupIntervalSeconds": 30,
            "stopwords": {"preset": "none", "additions": ["foo"], "removals": ["bar"]},
            "indexNullState": True,
            "indexPropertyLength": True,
            "indexTimestamps": True,
        },
    }
)
