import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "properties": [{"name": "title", "dataType": ["text"], "moduleConfig": {"text2vec-cohere": {"skip": True}}}],
    }
)
