import weaviate

client = weaviate.Client("http://localhost:8080")
nodes = client.cluster.get_nodes_status("article", "verbose")
for node in nodes:
    print(node["stats"]["objectCount"], node["stats"]["shardCount"])
    for shard in node["shards"]:
        print(shard["class"], shard["name"], shard["objectCount"], shard["vectorIndexingStatus"])
names = [node.get("name") for node in client.cluster.get_nodes_status(output="verbose")]
print(names)
