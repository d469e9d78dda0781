import weaviate

client = weaviate.connect_to_local()
nodes = client.cluster.nodes(collection="article", output="verbose")
for node in nodes:
    print(node.stats.object_count, node.stats.shard_count)
    for shard in node.shards:
        print(shard.collection, shard.name, shard.object_count, shard.vector_indexing_status)
names = [node.name for node in client.cluster.nodes(output="verbose")]
print(names)
