import weaviate

client = weaviate.Client("http://localhost:8080")

book = {
    "class": "Book",
    "vectorizer": "none",
    "properties": [
        {"name": "title", "dataType": ["text"]},
        {"name": "pages", "dataType": ["int"], "indexFilterable": True},
        {"name": "writtenBy", "dataType": ["Author"]},
    ],
}
client.schema.create_class(book)
print(client.schema.exists("Book"))
