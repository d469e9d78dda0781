import weaviate

client = weaviate.connect_to_local()
for node in client.cluster.nodes():
    print(node.name, node.status, node.version, node.git_hash)
print(len(client.cluster.nodes()), client.cluster.nodes()[0].name)
