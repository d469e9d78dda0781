# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def create(schema):
    client.collections.create_from_dict(schema)


create({"class": "Book", "vectorizer": "none"})
