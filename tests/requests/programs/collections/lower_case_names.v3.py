import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "book",
        "vectorizer": "none",
        "properties": [
            {"name": "title", "dataType": ["text"]},
            {"name": "writtenBy", "dataType": ["author"]},
            {"name": "seenIn", "dataType": ["article", "publication"]},
        ],
    }
)
