import weaviate
from weaviate.classes.config import DataType, Property, ReferenceProperty, Tokenization

client = weaviate.connect_to_local()

client.collections.use("Article").config.add_property(
    Property(
        name="subtitle",
        data_type=DataType.TEXT,
        tokenization=Tokenization.WHITESPACE,
        description="Below the title",
        vectorize_property_name=False,
    ),
)
client.collections.use("Article").config.add_reference(
    ReferenceProperty(name="editedBy", target_collection="Author")
)
client.collections.use("Article").config.add_reference(
    ReferenceProperty.MultiTarget(
        name="sources",
        target_collections=["Author", "Publication"],
        description="From where",
    ),
)
