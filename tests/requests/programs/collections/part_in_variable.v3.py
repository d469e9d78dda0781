import weaviate

client = weaviate.Client("http://localhost:8080")

schema = client.schema
if schema.exists("Article"):
    schema.delete_class("Article")
schema.create_class({"class": "Book", "vectorizer": "none"})
