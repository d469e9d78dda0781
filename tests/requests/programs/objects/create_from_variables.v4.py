import weaviate

client = weaviate.connect_to_local()

for name, age in [("Ada", 36), ("Bob", 28)]:
    author = {"name": name, "age": age}
    client.collections.use("Author").data.insert(properties=author)
