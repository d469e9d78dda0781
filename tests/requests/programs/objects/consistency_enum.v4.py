# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

uuid = "b0000000-0000-4000-8000-000000000001"
client.collections.use("Author").with_consistency_level(ConsistencyLevel.ALL).data.replace(
    properties={"age": 4}, uuid=uuid
)
client.collections.use("Author").with_consistency_level(ConsistencyLevel.ONE).data.delete_by_id(uuid)
