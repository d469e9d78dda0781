import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()


def search():
    found = client.collections.use("Article").query.near_text(
        query=["a"],
        limit=1,
        return_metadata=MetadataQuery(distance=True),
        return_properties=["title"],
    )
    return found.objects[0].metadata.distance


print(search())
