import weaviate
from weaviate.classes.config import ConsistencyLevel

client = weaviate.connect_to_local()

with client.batch.fixed_size(
    batch_size=10, concurrent_requests=2, consistency_level=ConsistencyLevel.ALL
) as batch:
    for number in range(35):
        batch.add_object(properties={"title": f"Article {number}"}, collection="Article")
