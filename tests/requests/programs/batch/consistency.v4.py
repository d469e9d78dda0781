import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

with client.batch.dynamic(consistency_level=ConsistencyLevel.ALL) as batch:
    batch.add_object(properties={"title": "One"}, collection="Article")
