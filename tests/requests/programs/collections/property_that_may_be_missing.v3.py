# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

for prop in client.schema.get("Photo")["properties"]:
    print(prop["name"], prop.get("description", "-"), prop.get("tokenization"))
