# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

names = ["Author"]


def new_name():
    names.append("Ann")
    return names[-1]


client.collections.use(names.pop(0)).data.insert(properties={"name": new_name()})
print(names)
