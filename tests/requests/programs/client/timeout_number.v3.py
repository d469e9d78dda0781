import weaviate

client = weaviate.Client("http://localhost:8080", timeout_config=25)
print(client.is_ready())
