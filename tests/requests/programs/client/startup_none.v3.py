import weaviate

client = weaviate.Client("http://localhost:8080", startup_period=None)
print(client.is_ready())
