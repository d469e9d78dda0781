# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

for prop in client.collections.use("Photo").config.get().to_dict()["properties"]:
    print(prop["name"], prop.get("description", "-"), prop.get("tokenization"))
