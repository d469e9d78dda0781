# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def create(schema):
    made = client.schema.create(schema)
    return made


print(create({"classes": [{"class": "Book"}, {"class": "Film"}]}))
