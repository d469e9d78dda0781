import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

kind = "author"
client.collections.use("Article").data.reference_add(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="hasAuthor",
    to=ReferenceToMulti(
        target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001"
    ),
)
print(kind)
