import weaviate
from weaviate.classes.batch import Shard

client = weaviate.connect_to_local()

shards = [Shard(collection="Article"), Shard(collection="Note", tenant="tenantA")]
print([(shard.collection, shard.tenant) for shard in shards])
