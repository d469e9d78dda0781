import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "vectorIndexConfig": {
            "pq": {
                "enabled": True,
                "segments": 96,
                "centroids": 128,
                "trainingLimit": 5000,
                "bitCompression": False,
                "encoder": {"type": "kmeans", "distribution": "normal"},
            }
        },
    }
)
client.schema.create_class(
    {
        "class": "Film",
        "vectorizer": "none",
        "vectorIndexType": "flat",
        "vectorIndexConfig": {"distance": "hamming", "bq": {"enabled": True, "rescoreLimit": 20, "cache": True}, "pq": {"enabled": False}},
    }
)
client.schema.create_class(
    {"class": "Song", "vectorizer": "none", "vectorIndexConfig": {"sq": {"enabled": True, "trainingLimit": 100}, "pq": {"enabled": False}}}
)
