import weaviate

client = weaviate.Client("http://localhost:8080")

book = {"class": "Book", "vectorizer": "none"}
film = {"class": "Film", "vectorizer": "none", "properties": [{"name": "title", "dataType": ["text"]}]}

for one in [book, film]:
    client.schema.create_class(one)
