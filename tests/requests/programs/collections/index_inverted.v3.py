import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "properties": [
            {"name": "title", "dataType": ["text"], "indexInverted": True},
            {"name": "body", "dataType": ["text"], "indexInverted": False},
            {"name": "pages", "dataType": ["int"], "indexInverted": False},
            {"name": "note", "dataType": ["text"], "indexInverted": False, "indexFilterable": True},
            {"name": "price", "dataType": ["number"], "indexFilterable": False, "indexRangeFilters": True},
        ],
    }
)
