import weaviate

client = weaviate.connect_to_embedded(port=8079)
print(client.is_ready())
