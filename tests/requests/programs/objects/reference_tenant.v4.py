import weaviate
from weaviate.classes.config import ConsistencyLevel
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

note = client.collections.use("Note").with_tenant("tenantA").data.insert(
    properties={"title": "Hello"}
)
client.collections.use("Note").with_tenant("tenantA").with_consistency_level(ConsistencyLevel.ALL).data.reference_add(
    from_uuid=note,
    from_property="about",
    to=ReferenceToMulti(
        target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001"
    ),
)
