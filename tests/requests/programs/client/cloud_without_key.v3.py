import weaviate

client = weaviate.Client("https://some-cluster.weaviate.network")
print(client.is_ready())
