import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.data_object.get(class_name="Author", limit=2, offset=1)
for author in found["objects"]:
    print(author["id"], author["properties"]["name"])
