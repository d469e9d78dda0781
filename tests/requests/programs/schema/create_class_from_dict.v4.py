import weaviate

client = weaviate.connect_to_local()

book = {
    "class": "Book",
    "vectorizer": "none",
    "properties": [
        {"name": "title", "dataType": ["text"]},
        {"name": "pages", "dataType": ["int"], "indexFilterable": True},
        {"name": "writtenBy", "dataType": ["Author"]},
    ],
}
client.collections.create_from_dict(book)
print(client.collections.exists("Book"))
