# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()


def remove(uuid: str, level: ConsistencyLevel) -> None:
    client.collections.use("Author").with_consistency_level(level).data.delete_by_id(
        uuid
    )


remove("b0000000-0000-4000-8000-000000000001", ConsistencyLevel.ALL)
