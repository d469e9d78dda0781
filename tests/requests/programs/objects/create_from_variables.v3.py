import weaviate

client = weaviate.Client("http://localhost:8080")

for name, age in [("Ada", 36), ("Bob", 28)]:
    author = {"name": name, "age": age}
    client.data_object.create(author, "Author", vector=None)
