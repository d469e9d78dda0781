import weaviate

client = weaviate.connect_to_local()

current = client.collections.list_all().values()
for found in current:
    if found.name == "Photo":
        client.collections.delete("Photo")
        print("deleted")
if not client.collections.list_all().values():
    print("empty")
