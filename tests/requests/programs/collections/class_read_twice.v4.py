import weaviate

client = weaviate.connect_to_local()

book = {"class": "Book", "vectorizer": "none", "properties": [{"name": "title", "dataType": ["text"]}]}
if not client.collections.exists(book["class"]):
    client.collections.create_from_dict(book)
