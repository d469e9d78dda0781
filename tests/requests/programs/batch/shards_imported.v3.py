import weaviate
from weaviate import Shard

client = weaviate.Client("http://localhost:8080")

shard = Shard("Article", None)
print(shard.class_name)
with client.batch as batch:
    batch.add_data_object({"title": "One"}, shard.class_name)
