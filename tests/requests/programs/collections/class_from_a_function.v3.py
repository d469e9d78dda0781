# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def create(schema):
    client.schema.create_class(schema)


create({"class": "Book", "vectorizer": "none"})
