import weaviate

client = weaviate.connect_to_local()

if client.collections.exists("Article"):
    client.collections.delete("Article")
print(client.collections.exists("Article"))
