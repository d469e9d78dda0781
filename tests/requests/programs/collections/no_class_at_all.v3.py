import weaviate

client = weaviate.Client("http://localhost:8080")

if client.schema.contains():
    print("there is a schema")
print(client.schema.contains())
