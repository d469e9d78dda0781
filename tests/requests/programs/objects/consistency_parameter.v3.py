# fix: --unsafe-fixes
import weaviate
from weaviate import ConsistencyLevel

client = weaviate.Client("http://localhost:8080")


def remove(uuid: str, level: ConsistencyLevel) -> None:
    client.data_object.delete(uuid, class_name="Author", consistency_level=level)


remove("b0000000-0000-4000-8000-000000000001", ConsistencyLevel.ALL)
