# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

for found in client.schema.get()["classes"]:
    print(found["class"], [prop["name"] for prop in found["properties"] if prop["dataType"][0][0].islower()])
