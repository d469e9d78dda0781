# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()


def strict(client):
    pass


def add(client, title):
    with client.batch.dynamic(consistency_level=ConsistencyLevel.ALL) as batch:
        batch.add_object(properties={"title": title}, collection="Article")


strict(client)
add(client, "a")
