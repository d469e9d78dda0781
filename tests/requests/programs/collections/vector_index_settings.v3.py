import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "vectorIndexType": "hnsw",
        "vectorIndexConfig": {
            "skip": False,
            "cleanupIntervalSeconds": 100,
            "maxConnections": 16,
            "efConstruction": 64,
            "ef": 50,
            "dynamicEfMin": 10,
            "dynamicEfMax": 100,
            "dynamicEfFactor": 4,
            "vectorCacheMaxObjects": 5000,
            "flatSearchCutoff": 100,
            "distance": "manhattan",
            "filterStrategy": "acorn",
        },
    }
)
