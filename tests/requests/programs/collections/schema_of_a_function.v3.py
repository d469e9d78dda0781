# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def create(schema):
    client.schema.create(schema)


create({"classes": [{"class": "Book", "vectorizer": "none"}, {"class": "Film", "vectorizer": "none"}]})
