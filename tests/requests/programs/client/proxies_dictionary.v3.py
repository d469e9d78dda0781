import weaviate

client = weaviate.Client("http://localhost:8080", proxies={"https": "http://proxy.example.com:3128"})
print(client.is_ready())
