import weaviate

client = weaviate.Client("http://localhost:8080")

after = None
page = client.data_object.get(class_name="Author", limit=2, after="00000000-0000-0000-0000-000000000000")
objects = page["objects"]
print(len(objects), objects[0]["id"], objects[-1]["properties"]["name"])
for number, author in enumerate(objects):
    print(number, author["class"])
