import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "description": "What is on the shelf",
        "vectorizer": "text2vec-openai",
        "properties": [
            {"name": "title", "dataType": ["text"], "tokenization": "lowercase"},
            {"name": "isbn", "dataType": ["string"], "tokenization": "field"},
            {"name": "writtenBy", "dataType": ["Author"]},
        ],
    }
)
