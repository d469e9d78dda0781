import weaviate

client = weaviate.connect_to_local(headers={"X-Cohere-Api-Key": "co-1", "X-Team": "search"})
print(client.collections.exists("Article"))
