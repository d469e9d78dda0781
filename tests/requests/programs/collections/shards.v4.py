import weaviate

client = weaviate.connect_to_local()

for shard in client.collections.use("Article").config.get_shards():
    print(shard.name, shard.status)
client.collections.use("Article").config.update_shards(status="READONLY")
client.collections.use("Article").config.update_shards(
    status="READY", shard_names="shard1"
)
