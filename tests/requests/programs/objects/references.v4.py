import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()
article = "a0000000-0000-4000-8000-000000000001"

client.collections.use("Article").data.reference_add(
    from_uuid=article,
    from_property="hasAuthors",
    to=ReferenceToMulti(
        target_collection="Author", uuids="b0000000-0000-4000-8000-000000000003"
    ),
)
client.collections.use("Article").data.reference_replace(
    from_uuid=article,
    from_property="mentions",
    to=ReferenceToMulti(
        target_collection="Publication", uuids=["c0000000-0000-4000-8000-000000000002"]
    ),
)
client.collections.use("Article").data.reference_delete(
    from_uuid=article,
    from_property="hasAuthors",
    to=ReferenceToMulti(
        target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001"
    ),
)
