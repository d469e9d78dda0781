import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

authors = ["b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"]
client.collections.use("Article").data.reference_replace(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="mentions",
    to=ReferenceToMulti(target_collection="Author", uuids=authors),
)
client.collections.use("Article").data.reference_replace(
    from_uuid="a0000000-0000-4000-8000-000000000002",
    from_property="mentions",
    to=ReferenceToMulti(target_collection="Author", uuids=authors[0]),
)
