import weaviate
from weaviate.classes.config import DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

for prop in [
    Property(name="subtitle", data_type=DataType.TEXT, description="below the title", vectorize_property_name=False),
    Property(name="pages", data_type=DataType.INT, vectorize_property_name=False),  # since 2020
]:
    print(prop.name)
    client.collections.use("Article").config.add_property(prop)

references = [
    ReferenceProperty(name="editedBy", target_collection="Author"),
    ReferenceProperty(name="readBy", target_collection="Author"),
]
for prop in references:
    client.collections.use("Article").config.add_reference(prop)
