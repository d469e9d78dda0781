import weaviate

client = weaviate.Client("http://localhost:8080")

if client.schema.exists("Article"):
    client.schema.delete_class("Article")
print(client.schema.exists("Article"))
