import weaviate

client = weaviate.Client("http://localhost:8080")

schema = {"classes": [{"class": "Book", "vectorizer": "none"}, {"class": "Film", "vectorizer": "none"}]}
client.schema.create(schema)
print(len(schema["classes"]))
