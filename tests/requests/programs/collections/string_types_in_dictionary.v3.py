import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {"class": "Book", "properties": [{"name": "title", "dataType": ["string"]}, {"name": "isbn", "dataType": ["text"]}]}
)
