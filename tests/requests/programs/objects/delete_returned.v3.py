# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def remove(uuid):
    """Remove an article."""
    return client.data_object.delete(uuid, "Article")


remove("a0000000-0000-4000-8000-000000000001")
