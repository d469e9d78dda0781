import weaviate

TIMEOUT = (5, 20)
client = weaviate.Client("http://localhost:8080", timeout_config=TIMEOUT)
print(client.is_ready())
