import weaviate

client = weaviate.Client("http://localhost:8080", trust_env=True)
print(client.is_ready())
