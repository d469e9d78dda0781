import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Page",
        "vectorizer": "none",
        "properties": [
            {"name": "next", "dataType": ["Page"], "description": "The page behind"},
            {"name": "number", "dataType": ["int"]},
        ],
    }
)
