import weaviate

client = weaviate.Client("http://localhost:8080")

page = client.data_object.get(class_name="Author")
print(page["totalResults"])
