import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {"class": "Book", "properties": [{"name": "title", "dataType": ["string"]}, {"name": "isbn", "dataType": ["text"]}]}
)
