import weaviate

client = weaviate.Client("http://localhost:8080")

# what is on the shelf
book = {
    "class": "Book",  # singular
    "description": "A book",
    # who makes the vectors
    "vectorizer": "text2vec-openai",  # any would do
    "properties": [
        # as printed
        {"name": "title", "dataType": ["text"]},
        {"name": "pages", "dataType": ["int"]},  # without the index
    ],
    # that is all
}

client.schema.create_class(book)
