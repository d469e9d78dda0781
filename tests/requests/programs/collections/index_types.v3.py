import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class({"class": "Book", "vectorizer": "none", "vectorIndexType": "flat"})
client.schema.create_class(
    {
        "class": "Film",
        "vectorizer": "none",
        "vectorIndexType": "dynamic",
        "vectorIndexConfig": {"distance": "dot", "threshold": 5000, "hnsw": {"ef": 100}, "flat": {"bq": {"enabled": True}}},
    }
)
client.schema.create_class({"class": "Song", "vectorizer": "none", "vectorIndexConfig": {"skip": True}})
