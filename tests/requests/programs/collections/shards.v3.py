import weaviate

client = weaviate.Client("http://localhost:8080")

for shard in client.schema.get_class_shards("Article"):
    print(shard["name"], shard["status"])
client.schema.update_class_shard("Article", "READONLY")
client.schema.update_class_shard("Article", status="READY", shard_name="shard1")
