import weaviate

client = weaviate.connect_to_local()

for node in client.cluster.nodes():
    print(node.name, node.status)
