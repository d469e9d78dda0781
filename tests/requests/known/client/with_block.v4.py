import weaviate

with weaviate.connect_to_local() as client:
    print(client.collections.exists("Author"))
