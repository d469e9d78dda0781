import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create(
    {
        "classes": [
            {
                "class": "Writer",
                "properties": [{"name": "name", "dataType": ["text"]}, {"name": "wrote", "dataType": ["Book", "Film"]}],
            },
            {"class": "Book", "properties": [{"name": "writtenBy", "dataType": ["Writer"]}]},
            {"class": "Film", "vectorizer": "none"},
        ]
    }
)
