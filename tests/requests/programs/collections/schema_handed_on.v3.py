# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def show(schema):
    print(sorted(found["class"] for found in schema["classes"]))
    return schema


show(client.schema.get())
print(client.schema.get("Article")["class"])
