import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()


PROPS = ["title", "url"]
MORE = ["id"]
print(len(PROPS), MORE)


def search():
    found = client.collections.use("Article").query.near_text(
        query=["a"],
        limit=1,
        return_metadata=MetadataQuery(distance=True),
        return_properties=["title", "url", "summary"],
    )
    hit = found.objects[0]
    return hit.properties["summary"], str(hit.uuid), hit.metadata.distance


print(search())
