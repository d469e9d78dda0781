import weaviate

client = weaviate.Client("http://localhost:8080")

print([shard["name"] for shard in client.schema.get_class_shards("Article")])
client.schema.update_class_shard("Article", "READY", "shard1")
