import weaviate
from weaviate.classes.batch import Shard

client = weaviate.connect_to_local()

shard = Shard(collection="Article")
print(shard.collection)
with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "One"}, collection=shard.collection)
