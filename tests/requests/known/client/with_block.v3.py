import weaviate

client = weaviate.Client("http://localhost:8080")
try:
    print(client.schema.exists("Author"))
finally:
    del client
