# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def read(uuid):
    return client.data_object.get_by_id(uuid, class_name="Publication")


print(read("c0000000-0000-4000-8000-000000000001")["properties"]["name"])
print(read("c0000000-0000-4000-8000-00000000000f"))
