# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.schema.get("Article")
print([prop["name"] for prop in found["properties"]])
for prop in found["properties"]:
    print(prop["name"], prop["dataType"])
print([prop["name"] for prop in client.schema.get("Author")["properties"]])
