import weaviate

client = weaviate.connect_to_local()

if client.collections.list_all():
    print("there is a schema")
print(bool(client.collections.list_all()))
