import weaviate

client = weaviate.connect_to_local()

for found in client.collections.list_all(simple=False).values():
    print(found.name, [prop.name for prop in found.properties])
