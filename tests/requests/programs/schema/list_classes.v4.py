# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

for found in client.collections.list_all().values():
    print(found.name, [prop.name for prop in found.properties + found.references if prop.to_dict()["dataType"][0][0].islower()])
