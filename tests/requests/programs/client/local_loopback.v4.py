import weaviate

client = weaviate.connect_to_local(host="127.0.0.1")
print(client.is_ready())
