import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

def search():
    result = client.collections.use("Article").query.near_text(
        query=["x"],
        return_metadata=MetadataQuery(distance=True),
        return_properties=["title"],
    )
    return [
        {
            **obj.properties,
            "_additional": {"distance": obj.metadata.distance, "id": str(obj.uuid)},
        }
        for obj in result.objects
    ]


for one in search():
    print(one["title"], one["_additional"]["distance"], sorted(one["_additional"]))
