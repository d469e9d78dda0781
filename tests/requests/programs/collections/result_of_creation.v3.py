import weaviate

client = weaviate.Client("http://localhost:8080")

made = client.schema.create_class({"class": "Book", "vectorizer": "none"})
print(made)
