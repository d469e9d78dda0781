import weaviate

client = weaviate.Client("http://localhost:8080", timeout_config=(5, 20))
print(client.is_ready())
