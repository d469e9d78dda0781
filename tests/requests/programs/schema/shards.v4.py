import weaviate

client = weaviate.connect_to_local()

print([shard.name for shard in client.collections.use("Article").config.get_shards()])
client.collections.use("Article").config.update_shards(
    status="READY", shard_names="shard1"
)
