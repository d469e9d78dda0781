import weaviate

client = weaviate.connect_to_local()

for node in client.cluster.nodes(output="verbose"):
    print(node.name, node.stats.shard_count, [shard.collection for shard in node.shards])
