import weaviate

client = weaviate.Client("http://localhost:8080")

for node in client.cluster.get_nodes_status(output="verbose"):
    print(node["name"], node["stats"]["shardCount"], [shard["class"] for shard in node["shards"]])
