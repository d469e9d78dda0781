# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def add(name, field_type, description=None):
    new_property = {"name": name, "dataType": [field_type], "description": description}
    client.schema.property.create("Article", new_property)


add("pages", "int", "how many")
add(name="".join(["sub", "title"]), field_type="t" + "ext")

types = {"rating": "number", "tags": "text[]"}
for name, data_type in types.items():
    client.schema.property.create("Author", {"name": name, "dataType": [data_type]})
