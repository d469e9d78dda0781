# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def clear(schema):
    schema.collections.delete_all()


clear(client)
