import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create(
    {
        "classes": [
            {
                "class": "Book",
                "vectorizer": "none",
                "properties": [
                    {"name": "title", "dataType": ["text"]},
                    {"name": "onShelf", "dataType": ["Shelf"]},
                ],
            },
            {"class": "Shelf", "vectorizer": "none", "properties": [{"name": "label", "dataType": ["text"]}]},
        ]
    }
)
