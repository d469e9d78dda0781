import weaviate

client = weaviate.connect_to_local()


def show(print):
    uid = str(client.collections.use("Author").data.insert(properties={"name": "Ann"}))
    print(uid)


found = []
show(found.append)
print(type(found[0]).__name__)
