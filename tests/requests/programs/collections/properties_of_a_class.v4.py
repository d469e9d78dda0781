# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").config.get()
print([prop.name for prop in found.properties + found.references])
for prop in found.properties + found.references:
    print(prop.name, prop.to_dict()["dataType"])
print([prop["name"] for prop in client.collections.use(
    "Author"
).config.get().to_dict()["properties"]])
