import weaviate

client = weaviate.connect_to_local()

book = {"class": "Book", "vectorizer": "none"}
film = {"class": "Film", "vectorizer": "none", "properties": [{"name": "title", "dataType": ["text"]}]}

for one in [book, film]:
    client.collections.create_from_dict(one)
