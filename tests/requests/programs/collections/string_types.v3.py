import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "properties": [
            {"name": "title", "dataType": ["string"]},
            {"name": "isbn", "dataType": ["string"], "tokenization": "field"},
            {"name": "keywords", "dataType": ["string[]"], "tokenization": "word"},
            {"name": "body", "dataType": ["text"], "tokenization": "whitespace"},
            {"name": "chapters", "dataType": ["text[]"]},
        ],
    }
)
