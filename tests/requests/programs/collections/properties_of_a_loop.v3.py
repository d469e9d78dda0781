import weaviate

client = weaviate.Client("http://localhost:8080")

for prop in [
    {"name": "subtitle", "dataType": ["text"], "description": "below the title"},
    {"name": "pages", "dataType": ["int"]},  # since 2020
]:
    print(prop["name"])
    client.schema.property.create("Article", prop)

references = [{"name": "editedBy", "dataType": ["Author"]}, {"name": "readBy", "dataType": ["Author"]}]
for prop in references:
    client.schema.property.create("Article", prop)
