import weaviate

client = weaviate.Client("http://localhost:8080")

book = {"class": "Book", "vectorizer": "none", "properties": [{"name": "title", "dataType": ["text"]}]}
if not client.schema.exists(book["class"]):
    client.schema.create_class(book)
