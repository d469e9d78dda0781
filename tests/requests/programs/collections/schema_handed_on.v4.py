# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def show(schema):
    print(sorted(found["class"] for found in schema["classes"]))
    return schema


show({
    "classes": [
        config.to_dict()
        for config in client.collections.list_all(simple=False).values()
    ],
})
print(client.collections.use("Article").config.get().name)
