import weaviate

client = weaviate.Client("http://localhost:8080")

shards = [weaviate.Shard("Article"), weaviate.Shard(class_name="Note", tenant="tenantA")]
print([(shard.class_name, shard.tenant) for shard in shards])
