import weaviate
from weaviate import ConsistencyLevel

client = weaviate.Client("http://localhost:8080")

client.batch.configure(batch_size=10, num_workers=2, consistency_level=ConsistencyLevel.ALL)
with client.batch as batch:
    for number in range(35):
        batch.add_data_object({"title": f"Article {number}"}, "Article")
