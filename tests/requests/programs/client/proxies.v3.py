import weaviate

client = weaviate.Client("http://localhost:8080", proxies={"http": "http://proxy.local:3128"})
print(client.is_ready())
