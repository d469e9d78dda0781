# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

names = ["Author"]


def new_name():
    names.append("Ann")
    return names[-1]


client.data_object.create({"name": new_name()}, names.pop(0))
print(names)
