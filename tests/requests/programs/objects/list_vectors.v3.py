import weaviate

client = weaviate.Client("http://localhost:8080")

for author in client.data_object.get(class_name="Author", with_vector=True)["objects"]:
    print(author["vector"])
