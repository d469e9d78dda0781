# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def remove(uuid):
    """Remove an article."""
    return client.collections.use("Article").data.delete_by_id(uuid)


remove("a0000000-0000-4000-8000-000000000001")
