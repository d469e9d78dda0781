import weaviate

client = weaviate.Client("http://localhost:8080")

author = {"class": "Writer", "vectorizer": "none", "properties": [{"name": "wrote", "dataType": ["Book"]}]}
schema = {
    "classes": [
        author,
        {  # the second
            "class": "Book",
            "vectorizer": "none",
            "properties": [
                {"name": "title", "dataType": ["text"]},  # as printed
                {"name": "writtenBy", "dataType": ["Writer"]},
                {"name": "sequel", "dataType": ["Book"]},
            ],
        },
    ]
}
client.schema.create(schema)
