import weaviate

client = weaviate.Client("http://localhost:8080")


def read(uuid: str, flag: bool):
    author = client.data_object.get_by_id(uuid, class_name="Author", with_vector=flag)
    return author["properties"]["name"]


print(read("b0000000-0000-4000-8000-000000000001", True), read("b0000000-0000-4000-8000-000000000002", False))
