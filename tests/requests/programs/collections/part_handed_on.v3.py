# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def clear(schema):
    schema.delete_all()


clear(client.schema)
