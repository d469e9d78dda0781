import weaviate

client = weaviate.Client("http://localhost:8080")
for node in client.cluster.get_nodes_status():
    print(node["name"], node["status"], node["version"], node["gitHash"])
print(len(client.cluster.get_nodes_status()), client.cluster.get_nodes_status()[0]["name"])
