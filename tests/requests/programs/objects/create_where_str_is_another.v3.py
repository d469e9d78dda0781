import weaviate

client = weaviate.Client("http://localhost:8080")


def show(print):
    uid = client.data_object.create({"name": "Ann"}, "Author")
    print(uid)


found = []
show(found.append)
print(type(found[0]).__name__)
