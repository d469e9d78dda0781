import weaviate

client = weaviate.Client("http://localhost:8080")

for author in client.data_object.get(class_name="Author", limit=1)["objects"]:
    print(author["creationTimeUnix"], author["properties"]["name"])
