import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "text2vec-cohere",
        "properties": [
            {"name": "title", "dataType": ["text"], "moduleConfig": {"text2vec-cohere": {"vectorizePropertyName": True}}},
            {"name": "isbn", "dataType": ["text"], "moduleConfig": {"text2vec-cohere": {"skip": True}}},
            {"name": "pages", "dataType": ["int"], "moduleConfig": {}},
        ],
    }
)
