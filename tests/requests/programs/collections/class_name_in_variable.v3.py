import weaviate

client = weaviate.Client("http://localhost:8080")

name = "Book"
size = 64
client.schema.create_class(
    {
        "class": name,
        "vectorizer": "none",
        "vectorIndexConfig": {"maxConnections": size, "distance": "l2-squared"},
    }
)
