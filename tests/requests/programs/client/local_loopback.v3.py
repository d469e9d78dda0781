import weaviate

client = weaviate.Client("http://127.0.0.1:8080/")
print(client.is_ready())
