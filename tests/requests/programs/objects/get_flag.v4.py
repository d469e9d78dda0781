import weaviate

client = weaviate.connect_to_local()


def read(uuid: str, flag: bool):
    author = client.collections.use("Author").query.fetch_object_by_id(uuid, include_vector=flag)
    return author.properties["name"]


print(read("b0000000-0000-4000-8000-000000000001", True), read("b0000000-0000-4000-8000-000000000002", False))
